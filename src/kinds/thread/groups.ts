import type { Words } from '../../words/words.ts';
import type { ThreadView } from './view.ts';

/** Groups threads by status. */
export function groupThreads(threads: readonly ThreadView[], words: Words) {
  return Object.entries(words.thread.groups)
    .map(([id, title]) => ({ id, title, entries: threads.filter(({ status }) => status === id) }))
    .filter(({ entries }) => entries.length > 0);
}
