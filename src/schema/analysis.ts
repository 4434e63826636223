import { z } from 'astro/zod';
import { text } from './constraint.ts';

export const analysis = z
  .strictObject({
    mark: text('One or two letters that stand for it').max(2),
    title: text('The name of the analysis'),
    summary: text('What is measured, in one paragraph'),
  })
  .describe('One analysis, with a mark, a title and a summary');

export type Analysis = z.infer<typeof analysis>;
