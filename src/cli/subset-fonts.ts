// Subsets the typefaces to the characters and axis ranges that the site uses. Run it when a list here or the version of
// a font changes, and commit the files that it writes.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';

export type Cut = keyof typeof cuts;
/** A serif that readers have. */
export type StandIn = keyof typeof sampleWidths;
type Part = keyof typeof parts;
type Format = 'woff2' | 'sfnt';

const require = createRequire(import.meta.url);
// subset-font ships no types.
const subsetFont = require('subset-font') as (
  font: Buffer,
  text: string,
  options: {
    targetFormat: Format;
    variationAxes: Record<string, number | { min: number; max: number }>;
    keepFeatures: string[];
    noHinting: boolean;
    dropTables: string[];
  },
) => Promise<Buffer>;

export const fontsFolder = join(import.meta.dirname, '../fonts');

const span = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const without = (text: string, taken: string): string =>
  Array.from(text, (character) => (taken.includes(character) ? '' : character)).join('');

const everyday = span(0x20, 0x7e) + '\u00a0–—‘’“”…·•′″×−±°§©²³äöüéèáãçñóøåíß';
const latin1 = without(span(0xa1, 0xff) + 'ıŒœʼˆ˚˜‚„‹›⁄€™', everyday + '\u00ad');
const latinExtended = without(span(0x100, 0x17e), 'ıĲĳŉŒœ') + 'ȘșȚțẞ†';

/** The files of each cut. Kerning doubles a file, so only the one that every page needs has it. */
export const parts = {
  '': { subset: 'latin', text: everyday, keepFeatures: ['kern', 'liga', 'calt', 'tnum', 'pnum'] },
  '-latin-1': { subset: 'latin', text: latin1, keepFeatures: [] },
  '-latin-ext': { subset: 'latin-ext', text: latinExtended, keepFeatures: [] },
};

const newsreader = 'newsreader/files/newsreader-*-standard';
const textWeights = { min: 400, max: 560 };

export const cuts = {
  'newsreader-display': { source: `${newsreader}-normal`, axes: { opsz: 72, wght: 300 } },
  'newsreader-text': { source: `${newsreader}-normal`, axes: { opsz: 16, wght: textWeights } },
  'newsreader-italic': { source: `${newsreader}-italic`, axes: { opsz: 16, wght: 400 } },
  'geist-mono': {
    source: 'geist-mono/files/geist-mono-*-wght-normal',
    axes: { wght: textWeights },
  },
};

/** The faces of the social cards, in one weight each and uncompressed, as the drawing of text reads them. */
const cardCuts = {
  'card-display': cuts['newsreader-display'],
  'card-label': { ...cuts['geist-mono'], axes: { wght: 450 } },
};

const cardParts = {
  '': { ...parts[''], text: everyday + latin1 },
  '-latin-ext': { ...parts['-latin-ext'], keepFeatures: ['kern'] },
};

interface Axes {
  source: string;
  axes: Record<string, number | { min: number; max: number }>;
}

async function cutFont(
  { source, axes: variationAxes }: Axes,
  { subset, text, keepFeatures }: (typeof parts)[Part],
  targetFormat: Format,
): Promise<Buffer> {
  const file = require.resolve(`@fontsource-variable/${source.replace('*', subset)}.woff2`);
  const options = { targetFormat, variationAxes, keepFeatures, noHinting: true };
  return await subsetFont(await readFile(file), text, { ...options, dropTables: ['STAT'] });
}

/** Every file of `src/fonts/`, by name. */
export async function buildFonts(): Promise<Map<string, Buffer>> {
  const fonts = new Map<string, Buffer>();
  for (const [name, cut] of Object.entries(cuts))
    for (const [suffix, part] of Object.entries(parts))
      fonts.set(`${name}${suffix}.woff2`, await cutFont(cut, part, 'woff2'));
  for (const [name, cut] of Object.entries(cardCuts))
    for (const [suffix, part] of Object.entries(cardParts))
      fonts.set(`${name}${suffix}.ttf`, await cutFont(cut, part, 'sfnt'));
  return fonts;
}

/** Prose of the site: the mean width of a character depends on the text. */
const sample =
  'Investigating the internal mechanisms of neural networks and how architectural choices shape model ' +
  'behavior. Training small transformers on synthetic in-context linear regression tasks, then using ' +
  'mechanistic interpretability tools to reverse-engineer the algorithms they learn.';

/** The width in em of the sample, kerned, in the serifs that readers have: Times (as Liberation), Noto Serif. */
const sampleWidths = {
  times: { normal: 110.69, italic: 111.41 },
  noto: { normal: 132.97, italic: 129.29 },
};

const formatPercent = (ratio: number): string => `${Number((ratio * 100).toFixed(2))}%`;

async function loadCut(cut: Cut): Promise<{ face: harfbuzz.Face; font: harfbuzz.Font }> {
  const { buffer } = Uint8Array.from(await cutFont(cuts[cut], parts[''], 'sfnt'));
  const face = new harfbuzz.Face(new harfbuzz.Blob(buffer));
  return { face, font: new harfbuzz.Font(face) };
}

/** The descriptors that give a fallback face the height of a cut, scaled by `scale`. */
function buildHeights(
  { face, font }: { face: harfbuzz.Face; font: harfbuzz.Font },
  scale: number,
): Record<string, string> {
  const { ascender, descender } = font.hExtents();
  return {
    'ascent-override': formatPercent(ascender / face.upem / scale),
    'descent-override': formatPercent(-descender / face.upem / scale),
  };
}

/** The descriptors with which a reader's own serif takes the room of a cut that has yet to arrive. */
export async function buildFallback(cut: Cut, standIn: StandIn): Promise<Record<string, string>> {
  const loaded = await loadCut(cut);
  const line = new harfbuzz.Buffer();
  line.addText(sample);
  line.guessSegmentProperties();
  harfbuzz.shape(loaded.font, line);
  const width = line.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const style = cut === 'newsreader-italic' ? 'italic' : 'normal';
  const scale = width / loaded.face.upem / sampleWidths[standIn][style];
  return { 'size-adjust': formatPercent(scale), ...buildHeights(loaded, scale) };
}

/** The same for the reader's own monospace, which has the width of the cut already. */
export async function buildMonoFallback(): Promise<Record<string, string>> {
  return buildHeights(await loadCut('geist-mono'), 1);
}
