import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';
import type { EntryLink, EntryView } from './entry.ts';
import type { Words } from '../words/words.ts';

/**
 * Chooses the entries of a kind for the Research page and the statement: all if they fit, else those that their author
 * selected, and then the first ones of `inParts`, which has the same entries in the order of the Research page.
 */
export function chooseShown<View extends EntryView>(
  views: readonly View[],
  inParts: readonly View[],
): readonly View[] {
  const most = views[0] === undefined ? 0 : kinds[views[0].kind].mostInFull;
  if (views.length <= most) return views;
  const chosen = inParts.toSorted((a, b) => Number(b.isSelected) - Number(a.isSelected));
  const shown = new Set(chosen.slice(0, most));
  return views.filter((view) => shown.has(view));
}

/** Links to all entries of the kinds of which some are not shown: “All 40 papers”. */
export function linkRest(
  views: Record<KindName, readonly EntryView[]>,
  shown: Record<KindName, readonly EntryView[]>,
  address: (path: string) => string,
  words: Words,
): Partial<Record<KindName, EntryLink>> {
  return Object.fromEntries(
    kindNames
      .filter((kind) => shown[kind].length < views[kind].length)
      .map((kind) => [
        kind,
        {
          title: words.format(words.kinds[kind].all, { count: views[kind].length }),
          address: address(pagePaths.kind(kind)),
        },
      ]),
  );
}
