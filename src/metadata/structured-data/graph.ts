import type {
  AboutPageLeaf,
  CollectionPageLeaf,
  ContactPageLeaf,
  DefinedTermLeaf,
  DefinedTermSetLeaf,
  Graph,
  ItemListLeaf,
  WebPageLeaf,
} from 'schema-dts';
import type { EntryView } from '../../model/entry.ts';
import { locate, type DescribedPage } from '../subject.ts';
import { describeBreadcrumbs, listPagesAbove } from './breadcrumbs.ts';
import { describeRows, describeTag, describeTags, describeWorks } from './collection.ts';
import { findForms } from '../../kinds/forms.ts';
import { listCited, type EntryLeaf, type PageProperties } from './entry.ts';
import { describeSite, identify } from './identity.ts';

/** The schema.org graph of a page: the site, the page and its subject, each with a stable `@id`. */
export function buildStructuredData(page: DescribedPage): Graph {
  return {
    '@context': 'https://schema.org',
    '@graph': [...describeSite(page), ...describePage(page), ...describeBreadcrumbs(page)],
  };
}

/** The graph as JSON for a script element. Escapes characters that could close the element. */
export function formatStructuredData(page: DescribedPage): string {
  return JSON.stringify(buildStructuredData(page)).replaceAll('<', String.raw`\u003c`);
}

type PageNode = WebPageLeaf | CollectionPageLeaf | AboutPageLeaf | ContactPageLeaf;

/** The types of free pages that schema.org knows, by their slugs. */
const pageTypes: Record<string, PageNode['@type']> = { about: 'AboutPage', contact: 'ContactPage' };

type MainEntity = EntryLeaf | ItemListLeaf | DefinedTermLeaf | DefinedTermSetLeaf;

/** The page and, if it has an `@id` of its own, its subject. */
function describePage(page: DescribedPage): (PageNode | MainEntity)[] {
  const { subject } = page;
  switch (subject?.kind) {
    case undefined:
      return [buildPage('WebPage', page)];
    case 'entry': {
      const { entry, works } = subject;
      const [work, properties] = findForms(entry).describe(entry, works, page);
      return buildEntryPage([{ ...work, ...listOriginal(entry, page) }, properties], page);
    }
    case 'page': {
      const { slug, language } = subject.page;
      const own = language !== undefined && { inLanguage: language };
      const properties = { ...own, ...listCited(subject.works) };
      return [buildPage(pageTypes[slug] ?? 'WebPage', page, properties)];
    }
    case 'entries':
      return buildList(describeRows(subject.rows, page), subject.tag, page);
    case 'works':
      return buildList(describeWorks(subject.works), undefined, page);
    case 'tags':
      return [
        buildPage('CollectionPage', page, {
          mainEntity: { '@id': identify(page.path, 'terms', page) },
        }),
        describeTags(subject.tags, page),
      ];
  }
}

/** The work of which an entry is a translation. */
function listOriginal({ address, editions }: EntryView, page: DescribedPage) {
  const [original] = editions ?? [];
  if (original === undefined || original.address === address) return {};
  return { translationOfWork: { '@id': identify(original.address, 'work', page) } };
}

function buildEntryPage(
  [work, properties]: [EntryLeaf, PageProperties],
  page: DescribedPage,
): (PageNode | MainEntity)[] {
  const mainEntity = { '@id': identify(page.path, 'work', page) };
  return [buildPage('WebPage', page, { mainEntity, ...properties }), work];
}

function buildList(
  mainEntity: ItemListLeaf,
  tag: string | undefined,
  page: DescribedPage,
): (PageNode | MainEntity)[] {
  if (tag === undefined) return [buildPage('CollectionPage', page, { mainEntity })];
  // A page of a tag and a kind is below the page of the tag.
  const address = listPagesAbove(page)[2]?.address ?? page.path;
  const about = { '@id': identify(address, 'term', page) };
  return [
    buildPage('CollectionPage', page, { about, mainEntity }),
    describeTag(tag, address, page),
  ];
}

function buildPage(
  type: PageNode['@type'],
  page: DescribedPage,
  properties: PageProperties = {},
): PageNode {
  const { frame, path, title, origin } = page;
  return {
    '@type': type,
    '@id': locate(path, origin),
    name: title,
    isPartOf: { '@id': identify(frame.home, 'site', page) },
    ...(path !== frame.home && { breadcrumb: { '@id': identify(path, 'breadcrumbs', page) } }),
    ...(frame.license && { license: frame.license.address }),
    ...properties,
  };
}
