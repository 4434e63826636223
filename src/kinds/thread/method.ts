import type { CitingText } from '../../model/citing-text.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { Accent } from './schema.ts';
import type { Section, ThreadView } from './view.ts';

/** How a thread works, in its author’s words: the approach whole, and of everything else the names. */
export interface Method extends EntryLink {
  accent: Accent;
  approach?: CitingText;
  lists: Section<string>[];
}

/** The methods of threads; a thread without any is left out. */
export function listMethods(threads: readonly ThreadView[]): Method[] {
  return threads
    .map(buildMethod)
    .filter(({ approach, lists }) => approach !== undefined || lists.length > 0);
}

function buildMethod(thread: ThreadView): Method {
  const { title, address, accent, approach, phases, architectures, analyses } = thread;
  return {
    title,
    address,
    accent,
    ...(approach && { approach }),
    lists: [
      ...listNames(phases, (phase) => phase.title),
      ...listNames(architectures, (architecture) => architecture.name),
      ...listNames(analyses, (analysis) => analysis.title),
    ],
  };
}

function listNames<Item>(
  section: Section<Item> | undefined,
  name: (item: Item) => string,
): Section<string>[] {
  return section ? [{ heading: section.heading, items: section.items.map(name) }] : [];
}
