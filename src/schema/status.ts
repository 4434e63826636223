import { z } from 'astro/zod';

export const threadStatus = z
  .enum(['active', 'paused', 'completed'])
  .describe('The status of the thread');

export const paperStatus = z
  .enum(['draft', 'submitted', 'accepted', 'published', 'withdrawn', 'retracted', 'withheld'])
  .describe('The status of the paper');

export type ThreadStatus = z.infer<typeof threadStatus>;
export type PaperStatus = z.infer<typeof paperStatus>;
