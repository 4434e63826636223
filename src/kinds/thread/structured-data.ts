import type { ResearchProjectLeaf, ScholarlyArticleLeaf } from 'schema-dts';
import type { Reference } from '../../bibliography/reference.ts';
import {
  listCited,
  listKeywords,
  type PageProperties,
} from '../../metadata/structured-data/entry.ts';
import { identify, referToAuthor } from '../../metadata/structured-data/identity.ts';
import { locate, type DescribedPage } from '../../metadata/subject.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { ThreadView } from './view.ts';

/**
 * A thread as two nodes: the project and its page. A schema.org project is an organisation, so citations, parts and
 * status belong to the page.
 */
export function describeProject(
  thread: ThreadView,
  works: readonly Reference[],
  page: DescribedPage,
): [ResearchProjectLeaf, PageProperties] {
  const { title, language, question, period, tags, papers, badge, repository } = thread;
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
      ...(language !== undefined && { inLanguage: language }),
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

function describePart({ title, address }: EntryLink, page: DescribedPage): ScholarlyArticleLeaf {
  return { '@type': 'ScholarlyArticle', '@id': identify(address, 'work', page), name: title };
}
