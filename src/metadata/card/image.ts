import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readPalettes } from '../palette.ts';
import { renderPng } from '../png-image.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw.ts';
import { loadFaces } from './faces.ts';

const sources = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

const readOwn = (...names: string[]) =>
  names.map((name) => readFileSync(join(sources, `fonts/card-${name}.ttf`)));

const readKatex = (...names: string[]) =>
  names.map((name) => readFileSync(require.resolve(`katex/dist/fonts/KaTeX_${name}.ttf`)));

/** The faces of cards. */
export const faces = loadFaces({
  display: readOwn('display', 'display-latin-ext', 'display-vietnamese'),
  label: readOwn('label', 'label-latin-ext', 'label-vietnamese'),
  others: [...readKatex('Main-Regular', 'Math-Italic'), ...readOwn('label-cyrillic')],
});

/** The colours of cards. */
export const palette = readPalettes(readFileSync(join(sources, 'styles/theme.css'), 'utf8')).light;

/** The card as a PNG. */
export async function renderCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  return await renderPng(drawCard(card, faces, palette));
}
