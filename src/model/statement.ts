import type { Accent } from '../schema/thread.ts';
import type { CitingText } from './citing-text.ts';
import type { EntryLink } from './entry.ts';
import type { Frame } from './site.ts';
import type { Section, ThreadView } from './thread.ts';

/** How a thread works, in its author’s words: the approach whole, and of everything else the names. */
export interface Method extends EntryLink {
  accent: Accent;
  approach?: CitingText;
  lists: Section<string>[];
}

/** What a statement on one sheet of paper shows in a form of its own. */
export interface Statement {
  /** Where the author can be found or written to, as it is read on paper. */
  contacts: EntryLink[];
  /** A thread that tells nothing of how it works has none. */
  methods: Method[];
}

/** The statement of a site, beside what its other pages show in the same form. */
export function buildStatement(
  frame: Pick<Frame, 'contacts'>,
  threads: readonly ThreadView[],
): Statement {
  return {
    contacts: frame.contacts.map(({ address }) => ({
      title: address.replace(/^(https:\/\/|mailto:)/, ''),
      address,
    })),
    methods: threads
      .map(buildMethod)
      .filter(({ approach, lists }) => approach !== undefined || lists.length > 0),
  };
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
