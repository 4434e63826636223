// Subsets the typefaces to the axis ranges that the site uses, in files by character. Run it when a list of characters or
// the version of a font changes, and commit the files that it writes.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { cyrillic, monoParts, parts, signs, type Part, type SignFile } from './font-parts.ts';

export type Cut = keyof typeof cuts;
/** A serif that readers have. */
export type StandIn = keyof typeof sampleWidths;
type Format = 'woff2' | 'sfnt';

const require = createRequire(import.meta.url);
// subset-font ships no types.
const subsetFont = require('subset-font') as (
  font: Buffer,
  text: string,
  options: {
    targetFormat: Format;
    variationAxes: Axes['axes'];
    keepFeatures: string[];
    noHinting: boolean;
    dropTables: string[];
  },
) => Promise<Buffer>;

type SubsetOptions = Pick<
  Parameters<typeof subsetFont>[2],
  'targetFormat' | 'variationAxes' | 'keepFeatures'
>;

export const fontsFolder = join(import.meta.dirname, '../fonts');

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

const cardParts: Record<string, Part> = {
  '': { ...parts[''], text: parts[''].text + parts['-latin-1'].text },
  '-latin-ext': { ...parts['-latin-ext'], keepFeatures: ['kern'] },
  '-vietnamese': parts['-vietnamese'],
};

const cardCuts = {
  'card-display': { ...cuts['newsreader-display'], parts: cardParts },
  'card-label': {
    ...cuts['geist-mono'],
    axes: { wght: 450 },
    parts: { ...cardParts, '-cyrillic': cyrillic },
  },
};

interface Axes {
  source: string;
  axes: Record<string, number | { min: number; max: number }>;
}

/** The files of a cut, by the end of their names. */
export function listParts(cut: Cut): Record<string, Part> {
  return cut === 'geist-mono' ? monoParts : parts;
}

async function cutFont(
  { source, axes }: Axes,
  { subset, text, keepFeatures }: Part,
  targetFormat: Format,
): Promise<Buffer> {
  const file = require.resolve(`@fontsource-variable/${source.replace('*', subset)}.woff2`);
  return await cutFile(file, text, { targetFormat, variationAxes: axes, keepFeatures });
}

async function cutFile(file: string, text: string, options: SubsetOptions): Promise<Buffer> {
  const dropped = { noHinting: true, dropTables: ['STAT'] };
  return await subsetFont(await readFile(file), text, { ...options, ...dropped });
}

/** Cuts the face of formulas to the signs that stand in texts. */
async function cutSigns({ file, text }: SignFile, targetFormat: Format): Promise<Buffer> {
  const path = require.resolve(`katex/dist/fonts/${file}.ttf`);
  return await cutFile(path, text, { targetFormat, variationAxes: {}, keepFeatures: [] });
}

/** Every file of `src/fonts/`, by name. */
export async function buildFonts(): Promise<Map<string, Buffer>> {
  const fonts = new Map<string, Buffer>();
  for (const [name, cut] of Object.entries(cuts))
    for (const [suffix, part] of Object.entries(listParts(name as Cut)))
      fonts.set(`${name}${suffix}.woff2`, await cutFont(cut, part, 'woff2'));
  for (const [name, sign] of Object.entries(signs))
    fonts.set(`${name}.woff2`, await cutSigns(sign, 'woff2'));
  for (const [name, cut] of Object.entries(cardCuts))
    for (const [suffix, part] of Object.entries(cut.parts))
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
  return loadFont(await cutFont(cuts[cut], parts[''], 'sfnt'));
}

function loadFont(bytes: Buffer): { face: harfbuzz.Face; font: harfbuzz.Font } {
  const { buffer } = Uint8Array.from(bytes);
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

const heightOfX = ({ face, font }: { face: harfbuzz.Face; font: harfbuzz.Font }): number =>
  (font.glyphExtents(font.nominalGlyph(0x78) ?? 0)?.yBearing ?? 0) / face.upem;

/** The descriptors with which the face of formulas has letters as high as those of a cut. */
export async function buildSignSize(cut: Cut): Promise<Record<string, string>> {
  const letters = await cutSigns({ ...signs.greek, text: 'x' }, 'sfnt');
  return {
    'size-adjust': formatPercent(heightOfX(await loadCut(cut)) / heightOfX(loadFont(letters))),
  };
}
