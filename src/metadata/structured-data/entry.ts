import type {
  CreativeWorkLeaf,
  DefinedTermLeaf,
  MediaObjectLeaf,
  PeriodicalLeaf,
  ResearchProjectLeaf,
  ScholarlyArticleLeaf,
  WebPageLeaf,
} from 'schema-dts';
import { buildPlace, findKind } from '../../bibliography/kind.ts';
import type { Reference } from '../../bibliography/reference.ts';
import { hasAppeared } from '../../lib/paper-status.ts';
import type { EntryLink, TagLink } from '../../model/entry.ts';
import type { PaperView } from '../../model/paper.ts';
import type { ThreadView } from '../../model/thread.ts';
import { isPdf, listIdentifiers } from '../paper-links.ts';
import { locate, type DescribedPage } from '../subject.ts';
import { identify, referToAuthor } from './identity.ts';
import { describePerson, describeWork } from './work.ts';

/** What is said of a page beside what is said of every page. */
export type PageProperties = Omit<WebPageLeaf, '@type' | '@id'>;

/**
 * A thread: the project, and the page that is written of it. A project of schema.org is an organisation, so
 * that what cites, has parts and has a status is the page.
 */
export function describeProject(
  thread: ThreadView,
  works: readonly Reference[],
  page: DescribedPage,
): [ResearchProjectLeaf, PageProperties] {
  const { title, question, period, tags, papers, badge, repository } = thread;
  const { started, ended } = period;
  const author = referToAuthor(page);
  const project: ResearchProjectLeaf = {
    '@type': 'ResearchProject',
    '@id': identify(thread.address, 'work', page),
    url: locate(thread.address, page.origin),
    name: title,
    description: question.plain,
    foundingDate: started.iso,
    ...(ended && { dissolutionDate: ended.iso }),
    ...listKeywords(tags, page),
  };
  const parts = papers?.items.map((paper) => describePart(paper, page));
  return [
    project,
    {
      ...(author && { author }),
      creativeWorkStatus: badge,
      dateModified: thread.updated,
      ...(parts && { hasPart: parts }),
      ...listCited(works),
      ...(repository?.address !== undefined && {
        mentions: { '@type': 'SoftwareSourceCode', codeRepository: repository.address },
      }),
    },
  ];
}

/** A paper, and what is said of its page. */
export function describeArticle(
  paper: PaperView,
  works: readonly Reference[],
  page: DescribedPage,
): [ScholarlyArticleLeaf, PageProperties] {
  const {
    title,
    short,
    date,
    abstract,
    authors,
    tags,
    publication,
    history,
    citation,
    externalLinks,
  } = paper;
  const { status, badge } = publication;
  const published = date?.iso ?? (hasAppeared(status) ? citation.work.year : '');
  const files = externalLinks.filter(isPdf).map(({ address }): MediaObjectLeaf => {
    return { '@type': 'MediaObject', contentUrl: address, encodingFormat: 'application/pdf' };
  });
  const identifiers = listIdentifiers(citation.work);
  const corrections = history.filter(({ kind }) => kind === 'correction');
  const wholes = [
    ...paper.threads.map((thread) => describeThreadPage(thread, page)),
    ...describeVenue(citation.work),
  ];
  const article: ScholarlyArticleLeaf = {
    '@type': 'ScholarlyArticle',
    '@id': identify(paper.address, 'work', page),
    url: locate(paper.address, page.origin),
    name: title,
    ...(short !== title && { alternateName: short }),
    abstract: abstract.plain,
    ...(authors.length > 0 && { author: authors.map((name) => describePerson(name, page)) }),
    creativeWorkStatus: badge,
    ...(published !== '' && { datePublished: published }),
    ...listKeywords(tags, page),
    ...(wholes.length > 0 && { isPartOf: wholes }),
    ...listCited(works),
    ...(corrections.length > 0 && { correction: corrections.map(({ note }) => note) }),
    ...(files.length > 0 && { encoding: files }),
    ...(identifiers.length > 0 && { sameAs: identifiers }),
  };
  return [article, { ...(paper.updated !== undefined && { dateModified: paper.updated }) }];
}

function listKeywords(tags: readonly TagLink[], page: DescribedPage) {
  const terms = tags.map(({ label, address }): DefinedTermLeaf => {
    return { '@type': 'DefinedTerm', '@id': identify(address, 'term', page), name: label };
  });
  return terms.length > 0 && { keywords: terms };
}

function listCited(works: readonly Reference[]) {
  return works.length > 0 && { citation: works.map(describeWork) };
}

function describePart({ title, address }: EntryLink, page: DescribedPage): ScholarlyArticleLeaf {
  return { '@type': 'ScholarlyArticle', '@id': identify(address, 'work', page), name: title };
}

function describeThreadPage({ title, address }: EntryLink, page: DescribedPage): WebPageLeaf {
  return { '@type': 'WebPage', '@id': locate(address, page.origin), name: title };
}

/** Where a paper has appeared or will appear. */
function describeVenue(work: Reference): (PeriodicalLeaf | CreativeWorkLeaf)[] {
  const { container } = buildPlace(work);
  if (container === undefined) return [];
  const isArticle = findKind(work) === 'article';
  return [{ '@type': isArticle ? 'Periodical' : 'CreativeWork', name: container }];
}
