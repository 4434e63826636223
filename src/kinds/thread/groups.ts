import type { ThreadStatus } from '../../schema/status.ts';
import type { ThreadView } from './view.ts';

const headings: Record<ThreadStatus, string> = {
  active: 'Active Research',
  paused: 'Paused Research',
  completed: 'Completed Research',
};

/** Groups threads by status. */
export function groupThreads(threads: readonly ThreadView[]) {
  return Object.entries(headings)
    .map(([id, title]) => ({ id, title, entries: threads.filter(({ status }) => status === id) }))
    .filter(({ entries }) => entries.length > 0);
}
