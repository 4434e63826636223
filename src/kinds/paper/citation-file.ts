import { readDay, type CitationFacts } from '../../metadata/citation-facts.ts';
import type { PaperView } from './view.ts';

/** The status of an unpublished paper in the format, which has no word for a withdrawn or retracted one. */
const statuses: Partial<Record<PaperView['publication']['status'], string>> = {
  draft: 'in-preparation',
  preprint: 'preprint',
  submitted: 'submitted',
  accepted: 'in-press',
};

/** The facts of a paper in `CITATION.cff`. */
export function listPaperCitationFacts(paper: PaperView): CitationFacts {
  const code = paper.externalLinks.find(({ title }) => /^code$/i.test(title))?.address;
  return {
    status: statuses[paper.publication.status],
    'date-released': readDay(paper.date?.iso),
    'repository-code': code !== undefined && /^https?:/.test(code) ? code : undefined,
  };
}
