import { z } from 'astro/zod';
import { readPhotoAddress } from '../lib/photo.ts';
import { composedText, constrainedText, text } from './constraint.ts';
import { formerly } from './former-address.ts';
import { grid } from './grid.ts';
import { language } from './language.ts';
import { pipeline } from './pipeline.ts';

/** The drawings of `src/figures/` that can stand for an entry. */
export const glyphs = ['gradient-descent', 'sharp-or-smooth'] as const;

export type GlyphName = (typeof glyphs)[number];

const isGlyph = (text: string) => glyphs.some((name) => name === text);

/** The address of a drawing counts also without ./ before it. */
const glyph = z.preprocess(
  (value) => (typeof value === 'string' && !isGlyph(value) ? readPhotoAddress(value) : value),
  constrainedText(
    `A small drawing, for lists and the page: an SVG beside the entry such as ./seal.svg, or one computed from the mathematics of the question: ${glyphs.join(', ')}; else the plates of the architectures, or a letter`,
    (text) => isGlyph(text) || /^\.\.?\/.*\.svg$/i.test(text),
    {
      rule: 'wrong-type',
      words: glyphs,
      fix: 'Write one of these words, or put an SVG beside the entry and write ./seal.svg.',
    },
  ),
);

/** The fields of every kind of entry. */
export const entryFields = {
  title: text('The title of the entry'),
  language: language(
    'The language of the entry, such as de or ar, if it is another than that of the site',
  ).optional(),
  order: z
    .int()
    .positive()
    .optional()
    .describe(
      'Its position on the Research page, from 1; entries without one follow, newest first',
    ),
  tags: z
    .array(composedText('A tag, spelt the same way everywhere'))
    .default([])
    .describe('Tags, in display order'),
  references: z
    .array(composedText('A key of content/references.bib'))
    .default([])
    .describe('Keys of content/references.bib, in display order'),
  pipeline: pipeline.optional(),
  grid: grid.optional(),
  glyph: glyph.optional(),
  background: z
    .boolean()
    .optional()
    .describe(
      'Whether its text explains published work and reports no result of its own: true, false. Each section is then marked',
    ),
  selected: z
    .boolean()
    .optional()
    .describe(
      'Whether the Research page and the statement prefer it where not all entries fit: true, false',
    ),
  formerly,
};
