import { z } from 'astro/zod';

export const threadStatus = z
  .enum(['active', 'paused', 'completed'])
  .describe('Where the thread stands');

export const paperStatus = z
  .enum(['draft', 'submitted', 'accepted', 'published', 'withdrawn', 'retracted', 'withheld'])
  .describe('Where the paper stands');

export type ThreadStatus = z.infer<typeof threadStatus>;
export type PaperStatus = z.infer<typeof paperStatus>;

const acceptedStatuses: readonly string[] = [
  'accepted',
  'published',
  'retracted',
] satisfies PaperStatus[];

/** Whether a paper of this status was accepted by its venue, whatever came after. */
export function wasAccepted(status: string): boolean {
  return acceptedStatuses.includes(status);
}
