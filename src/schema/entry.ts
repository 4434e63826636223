import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { pipeline } from './pipeline.ts';

/** The fields of every kind of entry. */
export const entryFields = {
  title: text('The title of the entry'),
  order: z
    .int()
    .positive()
    .optional()
    .describe(
      'Its position on the Research page, from 1; entries without one follow, newest first',
    ),
  tags: z
    .array(text('A tag, spelt the same way everywhere'))
    .default([])
    .describe('Tags, in display order'),
  references: z
    .array(text('A key of content/references.bib'))
    .default([])
    .describe('Keys of content/references.bib, in display order'),
  pipeline: pipeline.optional(),
};
