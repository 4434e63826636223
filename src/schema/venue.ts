import { z } from 'astro/zod';
import { text } from './constraint.ts';

export const venue = z
  .strictObject({
    acronym: text('Its short name, as SeCrypt'),
    year: z.int().min(1900).max(2200).describe('The year of the meeting or volume, as 2026'),
    name: text('Its full name'),
    kind: z
      .enum(['conference', 'journal'])
      .default('conference')
      .describe('What it is, for how the paper is cited'),
  })
  .describe('Where the paper was sent or appeared: acronym, year and full name');

export type Venue = z.infer<typeof venue>;
