import type { ScholarlyArticleLeaf } from 'schema-dts';
import type { Reference } from '../../bibliography/reference.ts';
import {
  listCited,
  listKeywords,
  type EntryLeaf,
  type PageProperties,
} from '../../metadata/structured-data/entry.ts';
import { identify } from '../../metadata/structured-data/identity.ts';
import { describePerson } from '../../metadata/structured-data/work.ts';
import { locate, type DescribedPage } from '../../metadata/subject.ts';
import type { OutputView } from './view.ts';

/** An output and the properties of its page. The works that its text cites are cited by the page. */
export function describeOutput(
  output: OutputView,
  works: readonly Reference[],
  page: DescribedPage,
): [EntryLeaf, PageProperties] {
  const { title, language, abstract, people, date, tags, versions, doi, license } = output;
  const { papers, threads, repository, schemaType } = output;
  const articles = papers.map((paper): ScholarlyArticleLeaf => ({
    '@type': 'ScholarlyArticle',
    '@id': identify(paper.address, 'work', page),
    name: paper.title,
  }));
  const wholes = threads.map((thread) => ({
    '@type': 'WebPage',
    '@id': locate(thread.address, page.origin),
    name: thread.title,
  }));
  const node = {
    '@type': schemaType,
    '@id': identify(output.address, 'work', page),
    url: locate(output.address, page.origin),
    name: title,
    ...(language !== undefined && { inLanguage: language }),
    ...(abstract && { description: abstract.plain }),
    ...(people.length > 0 && { author: people.map((one) => describePerson(one, page)) }),
    ...(date && { datePublished: date.iso }),
    ...(versions[0] && { version: versions[0].version, dateModified: versions[0].date.iso }),
    ...(license && {
      license: license.address ?? { '@type': 'CreativeWork', name: license.title },
    }),
    ...(schemaType === 'SoftwareSourceCode' &&
      repository !== undefined && { codeRepository: repository }),
    ...listKeywords(tags, page),
    ...(wholes.length > 0 && { isPartOf: wholes }),
    ...(articles.length > 0 && { citation: articles }),
    ...describeEvent(output),
    ...(doi !== undefined && { sameAs: doi }),
  };
  return [
    node as unknown as EntryLeaf,
    {
      ...(output.updated !== undefined && { dateModified: output.updated }),
      ...listCited(works),
    },
  ];
}

/** The event at which an output was given. */
function describeEvent({ event, place, date }: OutputView) {
  if (event === undefined) return {};
  return {
    releasedEvent: {
      '@type': 'PublicationEvent',
      name: event,
      ...(date && { startDate: date.iso }),
      ...(place !== undefined && { location: { '@type': 'Place', name: place } }),
    },
  };
}
