import type { PagePart } from '../../model/entry.ts';
import type { PaperView } from './view.ts';

/** Groups papers by year: first drafts, then the newest year, and last those without one. */
export function groupPapers(
  papers: readonly PaperView[],
): (PagePart & { entries: readonly PaperView[] })[] {
  const drafts = papers.filter(isDraft);
  const years = Map.groupBy(
    papers.filter((paper) => !isDraft(paper)),
    ({ year = '' }) => year,
  );
  return [
    { id: 'in-progress', title: 'In progress', entries: drafts },
    ...[...years]
      .toSorted(([a], [b]) => b.localeCompare(a, 'en'))
      .map(([year, entries]) => ({
        id: `year-${year || 'none'}`,
        title: year || 'Without a year',
        entries,
      })),
  ].filter(({ entries }) => entries.length > 0);
}

function isDraft({ publication }: PaperView): boolean {
  return publication.status === 'draft';
}
