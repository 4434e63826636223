import { z } from 'astro/zod';
import { text } from '../../schema/constraint.ts';

export const venue = z
  .strictObject({
    acronym: text('Its short name, such as SeCrypt'),
    year: z.int().min(1900).max(2200).describe('The year of the meeting or volume, such as 2026'),
    name: text('Its full name'),
    kind: z
      .enum(['conference', 'journal'])
      .default('conference')
      .describe('The kind of venue, for citations'),
  })
  .describe('The venue of the paper: acronym, year and full name');

export type Venue = z.infer<typeof venue>;
