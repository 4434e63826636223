import { z } from 'astro/zod';
import { text } from '../../schema/constraint.ts';

export const phase = z
  .strictObject({
    title: text('The name of the phase'),
    summary: text('The work in this phase, in one paragraph'),
  })
  .describe('One phase of the methodology, with a title and a summary');

export type Phase = z.infer<typeof phase>;
