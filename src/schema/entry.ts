import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { pipeline } from './pipeline.ts';

/** The fields shared by threads and papers. */
export const entryFields = {
  title: text('The title, as it is to be printed'),
  order: z
    .int()
    .positive()
    .optional()
    .describe('Its place on the Research page, from 1; entries without one follow, newest first'),
  tags: z
    .array(text('A tag, spelt the same way everywhere'))
    .default([])
    .describe('Tags, in the order in which they are shown'),
  references: z
    .array(text('A key of content/references.bib'))
    .default([])
    .describe('Keys of content/references.bib, in the order in which they are listed'),
  pipeline: pipeline.optional(),
};
