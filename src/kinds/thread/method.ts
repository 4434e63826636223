import type { Tint } from '../../lib/tint.ts';
import type { CitingText } from '../../model/citing-text.ts';
import { linkEntry, type EntryLink } from '../../model/entry.ts';
import type { MarkedText } from '../../model/marked-text.ts';
import type { Section } from './section.ts';
import type { ThreadView } from './view.ts';

/** How a thread works, in its author’s words: the approach whole, and of everything else the names. */
export interface Method extends EntryLink {
  tint: Tint;
  approach?: CitingText;
  lists: Section<MarkedText>[];
}

/** The methods of threads; a thread without any is left out. */
export function listMethods(threads: readonly ThreadView[]): Method[] {
  return threads
    .map(buildMethod)
    .filter(({ approach, lists }) => approach !== undefined || lists.length > 0);
}

function buildMethod(thread: ThreadView): Method {
  const { tint, approach, phases, architectures, grid, analyses } = thread;
  return {
    ...linkEntry(thread),
    tint,
    ...(approach && { approach }),
    lists: [
      ...listNames(phases, (phase) => phase),
      ...listNames(architectures, ({ name }) => name),
      ...listNames(grid, ({ name }) => name),
      ...listNames(analyses, (analysis) => analysis),
    ],
  };
}

function listNames<Item>(
  section: Section<Item> | undefined,
  name: (item: Item) => MarkedText,
): Section<MarkedText>[] {
  const items = (section?.items ?? []).map(name).map(({ title, markup }) => {
    return { title, ...(markup && { markup }) };
  });
  return section ? [{ heading: section.heading, items }] : [];
}
