import { z } from 'astro/zod';

export const threadStatus = z
  .enum(['active', 'paused', 'completed'])
  .describe('The status of the thread');

/** Every status of a paper, in the order of its life. */
export const paperStatuses = [
  ...(['draft', 'preprint', 'submitted', 'accepted', 'published'] as const),
  ...(['withdrawn', 'retracted', 'withheld'] as const),
] as const;

/** Other words for a status. */
const usual: Readonly<Record<string, PaperStatus>> = {
  ...{ 'in preparation': 'draft', 'work in progress': 'draft', 'working paper': 'draft' },
  ...{ 'under review': 'submitted', 'in review': 'submitted', 'under submission': 'submitted' },
  ...{ 'in press': 'accepted', 'to appear': 'accepted', forthcoming: 'accepted' },
};

/** The status of a paper, also in other usual words. */
export const paperStatus = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  const words = value
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
  return usual[words] ?? paperStatuses.find((status) => status === words) ?? value;
}, z.enum(paperStatuses).describe('The status of the paper'));

export type ThreadStatus = z.infer<typeof threadStatus>;
export type PaperStatus = (typeof paperStatuses)[number];
