import type { Font } from 'harfbuzzjs';
import { hasGlyph, shapeText, type BaseDirection, type Form } from './shape.ts';

/** Text as outlines. Lengths are in pixels; y runs downwards, and the baseline is at 0. */
export interface Typeface {
  /** Replaces characters that cannot be drawn; see `spellText`. */
  spell: (text: string) => string;
  measure: (text: string, size: number) => number;
  /** The path data of `text`, from `x` on the baseline `y`. It is a line of a paragraph of direction `base`. */
  draw: (text: string, size: number, x: number, y: number, base?: BaseDirection) => string;
}

/** A font of a typeface. */
export interface CardFont {
  font: Font;
  /** The characters that it draws, if not all that it has. */
  draws?: RegExp;
  /** The size of its em. Without it, its letters are as high as those of the first font. */
  scale?: number;
}

const omission = '…';

/** Signs that are drawn as small letters above or below the line. */
const raised = /[\u2070-\u207f\u02b0-\u02b8\u1d2c-\u1d61\u1d9c-\u1dbf\u2c7d]/;
const lowered = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]/;
const smallScale = 0.62;

/** Greek capitals that the faces lack, and Latin ones of the same form. */
const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΧ';
const latin = 'ABEZHIKMNOPTX';

/**
 * Makes a typeface of fonts. Each font supplies only the characters that earlier ones lack. `tracking` is the letter
 * spacing in em; letters of other scripts have none, because it would part those that join.
 */
export function loadTypeface(fonts: readonly CardFont[], tracking = 0): Typeface {
  const height = fonts[0] && measureLetter(fonts[0].font);
  const sized = fonts.map(({ font, draws, scale }) => ({
    ...{ font, draws, tracking: draws ? 0 : tracking },
    scale: scale ?? (height ?? 1) / (measureLetter(font) ?? height ?? 1),
  }));
  const findForm = (character: string): Form | undefined => {
    const found = sized.find(
      ({ font, draws }) => (draws?.test(character) ?? true) && hasGlyph(font, character),
    );
    if (found !== undefined) return { ...found, text: character, rise: 0 };
    const isRaised = raised.test(character);
    if (!isRaised && !lowered.test(character)) return undefined;
    const plain = findForm(character.normalize('NFKD'));
    return plain && { ...plain, scale: plain.scale * smallScale, rise: isRaised ? 0.28 : -0.12 };
  };
  const shape = (text: string, base?: BaseDirection) => shapeText(text, findForm, base);
  return {
    spell: (text) => spellText(text, (character) => findForm(character) !== undefined),
    measure: (text, size) => shape(text).width * size,
    draw: (text, size, x, y, base) =>
      shape(text, base)
        .glyphs.map((placed) => {
          const { font, glyph, scale } = placed;
          const unit = (size * scale) / font.face.upem;
          return placePath(font.glyphToPath(glyph), unit, x + placed.x * size, y - placed.y * size);
        })
        .join(''),
  };
}

/** The height of an x in em. Files without one belong to the first. */
function measureLetter(font: Font): number | undefined {
  const glyph = font.nominalGlyph(0x78);
  return glyph && (font.glyphExtents(glyph)?.yBearing ?? 0) / font.face.upem;
}

/** Characters that nothing shows. The joiners of Arabic letters shape their neighbours. */
const unseen = /(?!(?<=\p{scx=Arabic})[\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}]/gu;

/**
 * Replaces characters that `isDrawable` rejects by their Unicode decomposition (ﬁ, ễ → fi, e). If that cannot be
 * drawn either, an ellipsis replaces each run of such characters.
 */
function spellText(text: string, isDrawable: (character: string) => boolean): string {
  const spell = (character: string): string => {
    if (isDrawable(character)) return character;
    const parts = Array.from(
      character.normalize('NFKD').replace(/\p{M}/gu, ''),
      (part) => latin[greek.indexOf(part)] ?? part,
    );
    return parts.length > 0 && parts.every(isDrawable) ? parts.join('') : omission;
  };
  return Array.from(text.replace(/\s+/g, ' ').replace(unseen, '').normalize('NFC'), spell)
    .join('')
    .replace(/…(\s*…)+/g, omission)
    .trim();
}

/** Whether a text spelt by `spellText` has a letter or digit. */
export function isReadable(spelt: string): boolean {
  return /[\p{L}\p{N}]/u.test(spelt);
}

/** The path data of a glyph, flipped, scaled and moved. A tenth of a pixel is precise enough. */
function placePath(path: string, scale: number, x: number, y: number): string {
  return path.replace(
    /(-?[\d.]+)[ ,](-?[\d.]+)/g,
    (_, right: string, up: string) =>
      `${(x + Number(right) * scale).toFixed(1)} ${(y - Number(up) * scale).toFixed(1)}`,
  );
}
