import { z } from 'astro/zod';
import { text } from '../../schema/constraint.ts';

export const analysis = z
  .strictObject({
    mark: text('One or two letters as a symbol').max(2),
    title: text('The name of the analysis'),
    summary: text('The measurements, in one paragraph'),
  })
  .describe('One analysis, with a mark, a title and a summary');

export type Analysis = z.infer<typeof analysis>;
