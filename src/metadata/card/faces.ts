import { Blob, Face, Font } from 'harfbuzzjs';
import { loadTypeface, type CardFont, type Typeface } from './typeface.ts';

/** The typefaces of a card. */
export interface Faces {
  display: Typeface;
  label: Typeface;
}

/** The letter spacing of the largest titles of the site, in em. */
const displayTracking = -0.03;

/** The font files of the site. Each supplies the characters that earlier ones lack. */
export type FontFiles = Record<'display' | 'label' | 'labelCyrillic' | 'signs', Uint8Array[]>;

/**
 * Returns the function that makes the typefaces of a card of the fonts of the site, and of `others` for other scripts.
 * Labels have the Cyrillic of the site, titles that of `others`. Signs of mathematics and single Greek letters are last.
 */
export function loadFaces(
  files: FontFiles,
): (others: Record<keyof Faces, readonly CardFont[]>) => Faces {
  const load = (file: Uint8Array): CardFont => ({ font: new Font(new Face(new Blob(file))) });
  const display = files.display.map(load);
  const label = files.label.map(load);
  const cyrillic = files.labelCyrillic.map(load);
  const signs = files.signs.map(load);
  return (others) => ({
    display: loadTypeface([...display, ...others.display, ...signs, ...cyrillic], displayTracking),
    label: loadTypeface([...label, ...cyrillic, ...others.label, ...signs]),
  });
}
