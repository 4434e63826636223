import { z } from 'astro/zod';

export const threadStatus = z
  .enum(['active', 'paused', 'completed'])
  .describe('Where the thread stands');

export const paperStatus = z
  .enum(['draft', 'submitted', 'accepted', 'published', 'withdrawn', 'retracted', 'withheld'])
  .describe('Where the paper stands');

export type ThreadStatus = z.infer<typeof threadStatus>;
export type PaperStatus = z.infer<typeof paperStatus>;
