import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { entryFields } from './entry.ts';

/** A page that is no work, such as one about the author: `content/pages/<slug>.mdx`. */
export const page = z.strictObject({
  title: text('The title of the page'),
  description: text(
    'The page in a sentence, for search engines and previews; else the beginning of its text',
  ).optional(),
  language: entryFields.language,
  grid: entryFields.grid,
  order: z
    .int()
    .positive()
    .optional()
    .describe('Its position among the pages, from 1; pages without one follow, by title'),
  label: text('Its name in the navigation, if the title is too long for it').optional(),
  navigation: z
    .boolean()
    .optional()
    .describe('Whether the navigation shows it: true, false. Without this field, it does'),
  formerly: entryFields.formerly,
});

export type PageFields = z.infer<typeof page>;
