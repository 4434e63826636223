import type { PagePart } from '../../model/entry.ts';
import type { PaperView } from './view.ts';
import type { Words } from '../../words/words.ts';

/** Groups papers by year: first drafts, then the newest year, and last those without one. */
export function groupPapers(
  papers: readonly PaperView[],
  words: Words,
): (PagePart & { entries: readonly PaperView[] })[] {
  const drafts = papers.filter(isDraft);
  const years = Map.groupBy(
    papers.filter((paper) => !isDraft(paper)),
    ({ year = '' }) => year,
  );
  return [
    { id: 'in-progress', title: words.paper.inProgress, entries: drafts },
    ...[...years]
      .toSorted(([a], [b]) => b.localeCompare(a, 'en'))
      .map(([year, entries]) => ({
        id: `year-${year || 'none'}`,
        title: year || words.list.withoutYear,
        entries,
      })),
  ].filter(({ entries }) => entries.length > 0);
}

function isDraft({ publication }: PaperView): boolean {
  return publication.status === 'draft';
}
