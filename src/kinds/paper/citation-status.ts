import type { PaperView } from './view.ts';

/** The status of an unpublished paper in the format, which has no word for a withdrawn or retracted one. */
const statuses: Partial<Record<PaperView['publication']['status'], string>> = {
  draft: 'in-preparation',
  preprint: 'preprint',
  submitted: 'submitted',
  accepted: 'in-press',
};

/** The status of a paper in `CITATION.cff`. */
export function findCitationStatus({ publication }: PaperView): string | undefined {
  return statuses[publication.status];
}
