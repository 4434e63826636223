import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPalettes } from '../palette.ts';
import { renderPng } from '../png-image.ts';
import { findLanguage, listCardTexts, type Card } from './card.ts';
import { drawCard } from './draw.ts';
import { prepareFaces } from './site-faces.ts';

const styles = join(import.meta.dirname, '../../styles/theme.css');

/** The colours of cards. */
export const palette = readPalettes(readFileSync(styles, 'utf8')).light;

/** The card as SVG. */
export async function sketchCard(card: Card): Promise<string> {
  return drawCard(
    card,
    await prepareFaces(listCardTexts(card).join(' '), findLanguage(card)),
    palette,
  );
}

/** The card as a PNG. */
export async function renderCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  return await renderPng(await sketchCard(card));
}
