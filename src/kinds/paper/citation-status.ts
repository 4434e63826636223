import type { PaperView } from './view.ts';

/** What the format calls the standing of a paper that has not appeared; it has no word for one that fell. */
const statuses: Partial<Record<PaperView['publication']['status'], string>> = {
  draft: 'in-preparation',
  submitted: 'submitted',
  accepted: 'in-press',
};

/** The status of a paper in `CITATION.cff`. */
export function findCitationStatus({ publication }: PaperView): string | undefined {
  return statuses[publication.status];
}
