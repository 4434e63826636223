import labelFont from '../../fonts/card-label.ttf?inline';
import labelExtension from '../../fonts/card-label-latin-ext.ttf?inline';
import displayFont from '../../fonts/card-display.ttf?inline';
import displayExtension from '../../fonts/card-display-latin-ext.ttf?inline';
import symbols from 'katex/dist/fonts/KaTeX_Main-Regular.ttf?inline';
import variables from 'katex/dist/fonts/KaTeX_Math-Italic.ttf?inline';
import { remember, type CachePlace } from '../../cache/file-cache.ts';
import { renderPng } from '../png-image.ts';
import { palettes } from '../site-palette.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw.ts';
import { loadFaces } from './faces.ts';

const decode = (address: string): Uint8Array =>
  Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

const faces = loadFaces({
  display: [displayFont, displayExtension].map(decode),
  label: [labelFont, labelExtension].map(decode),
  symbols: [symbols, variables].map(decode),
});

/** The card as a PNG, from `cache` where it was drawn before. Faces and colours are part of the code. */
export async function renderCard(card: Card, cache?: CachePlace): Promise<Uint8Array<ArrayBuffer>> {
  return await remember(cache, ['card', JSON.stringify(card)], () =>
    renderPng(drawCard(card, faces, palettes.light)),
  );
}
