import type {
  CreativeWorkLeaf,
  MediaObjectLeaf,
  PeriodicalLeaf,
  ScholarlyArticleLeaf,
  WebPageLeaf,
} from 'schema-dts';
import { buildPlace, findKind } from '../../bibliography/kind.ts';
import type { Reference } from '../../bibliography/reference.ts';
import { hasAppeared } from '../../lib/paper-status.ts';
import { isPdf, listIdentifiers } from '../../metadata/paper-links.ts';
import {
  listCited,
  listKeywords,
  type PageProperties,
} from '../../metadata/structured-data/entry.ts';
import { identify } from '../../metadata/structured-data/identity.ts';
import { describePerson } from '../../metadata/structured-data/work.ts';
import { locate, type DescribedPage } from '../../metadata/subject.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { Contributors } from './contributors.ts';
import type { PaperView } from './view.ts';

/** A paper and the properties of its page. */
export function describeArticle(
  paper: PaperView,
  works: readonly Reference[],
  page: DescribedPage,
): [ScholarlyArticleLeaf, PageProperties] {
  const {
    title,
    language,
    short,
    date,
    abstract,
    people,
    tags,
    publication,
    history,
    citation,
    externalLinks,
  } = paper;
  const { status, badge } = publication;
  const published = date?.iso ?? (hasAppeared(status) ? citation.work.year : '');
  const files = externalLinks.filter(isPdf).map(({ address }): MediaObjectLeaf => {
    return {
      '@type': 'MediaObject',
      contentUrl: locate(address, page.origin),
      encodingFormat: 'application/pdf',
    };
  });
  const identifiers = listIdentifiers(citation.work);
  const corrections = history.filter(({ kind }) => kind === 'correction');
  const wholes = [
    ...paper.threads.map((thread) => describeThreadPage(thread, page)),
    ...describeVenue(paper, page),
  ];
  const { publisher } = buildPlace(citation.work);
  const article = {
    '@type': paper.schemaType,
    '@id': identify(paper.address, 'work', page),
    url: locate(paper.address, page.origin),
    name: title,
    ...(language !== undefined && { inLanguage: language }),
    ...(short !== title && { alternateName: short }),
    ...(abstract && { abstract: abstract.plain }),
    ...(people.length > 0 && {
      [paper.areEditors ? 'editor' : 'author']: people.map((one) => describePerson(one, page)),
    }),
    ...describeContributors(paper, 'editor', page),
    ...describeContributors(paper, 'translator', page),
    creativeWorkStatus: badge,
    ...(published !== '' && { datePublished: published }),
    ...listKeywords(tags, page),
    ...(wholes.length > 0 && { isPartOf: wholes }),
    ...listCited(works),
    ...(corrections.length > 0 && { correction: corrections.map(({ note }) => note) }),
    ...(files.length > 0 && { encoding: files }),
    ...(identifiers.length > 0 && { sameAs: identifiers }),
    ...(paper.workKind !== undefined &&
      publisher !== undefined && { publisher: { '@type': 'Organization', name: publisher } }),
    // Other types have the same properties.
  } as ScholarlyArticleLeaf;
  return [article, { ...(paper.updated !== undefined && { dateModified: paper.updated }) }];
}

function describeThreadPage({ title, address }: EntryLink, page: DescribedPage): WebPageLeaf {
  return { '@type': 'WebPage', '@id': locate(address, page.origin), name: title };
}

/** The editors or translators of a paper, or the editors of the book that it is in. */
function describeContributors(
  { contributors = [] }: PaperView,
  role: Contributors['role'],
  page: DescribedPage,
) {
  const people = contributors.find((one) => one.role === role)?.people;
  const name = role === 'translator' ? 'translator' : 'editor';
  return people && { [name]: people.map((one) => describePerson(one, page)) };
}

/** The venue of a paper that has appeared or will appear. */
function describeVenue(
  paper: PaperView,
  page: DescribedPage,
): (PeriodicalLeaf | CreativeWorkLeaf)[] {
  const { work } = paper.citation;
  const { container } = buildPlace(work);
  if (container === undefined) return [];
  const isArticle = findKind(work) === 'article';
  return [
    {
      '@type': isArticle ? 'Periodical' : 'CreativeWork',
      name: container,
      ...describeContributors(paper, 'bookEditor', page),
    },
  ];
}
