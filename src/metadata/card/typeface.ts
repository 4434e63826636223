import * as harfbuzz from 'harfbuzzjs';

/** Text as outlines. Lengths are in pixels; y runs downwards, and the baseline is at 0. */
export interface Typeface {
  /** Replaces characters that cannot be drawn; see `spellText`. */
  spell: (text: string) => string;
  measure: (text: string, size: number) => number;
  /** The path data of `text`, from `x` on the baseline `y`. */
  draw: (text: string, size: number, x: number, y: number) => string;
}

interface PlacedGlyph {
  font: harfbuzz.Font;
  glyph: number;
  /** The offset from the start of the text, in em. */
  x: number;
}

interface ShapedText {
  glyphs: PlacedGlyph[];
  /** In em. */
  width: number;
}

const omission = '…';

/**
 * Loads a typeface from TrueType files. Each file supplies only the characters that earlier ones lack. `tracking` is
 * the letter spacing in em.
 */
export function loadTypeface(files: Uint8Array[], tracking = 0): Typeface {
  const fonts = files.map((file) => new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(file))));
  const findFont = (character: string) =>
    fonts.find((font) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined);
  const shape = (text: string) => shapeText(text, findFont, tracking);
  return {
    spell: (text) => spellText(text, (character) => findFont(character) !== undefined),
    measure: (text, size) => shape(text).width * size,
    draw: (text, size, x, y) =>
      shape(text)
        .glyphs.map(({ font, glyph, x: start }) =>
          placePath(font.glyphToPath(glyph), size / font.face.upem, x + start * size, y),
        )
        .join(''),
  };
}

/**
 * Replaces characters that `isDrawable` rejects by their Unicode decomposition (ﬁ, ₂, ễ → fi, 2, e). If that cannot be
 * drawn either, an ellipsis replaces each run of such characters.
 */
function spellText(text: string, isDrawable: (character: string) => boolean): string {
  const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}]/gu;
  const spell = (character: string): string => {
    if (isDrawable(character)) return character;
    const parts = Array.from(character.normalize('NFKD').replace(/\p{M}/gu, ''));
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

/** Shapes `text` in one line. Each run uses the first font with its characters, with kerning. */
function shapeText(
  text: string,
  findFont: (character: string) => harfbuzz.Font | undefined,
  tracking: number,
): ShapedText {
  const runs: { font: harfbuzz.Font; text: string }[] = [];
  for (const character of text) {
    const font = findFont(character);
    if (font === undefined) throw new Error(`No face of a card has a glyph for “${character}”.`);
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const { font, text: run } of runs) {
    const line = new harfbuzz.Buffer();
    line.addText(run);
    line.guessSegmentProperties();
    harfbuzz.shape(font, line);
    for (const { codepoint, xAdvance = 0 } of line.getGlyphInfosAndPositions()) {
      glyphs.push({ font, glyph: codepoint, x: width });
      width += xAdvance / font.face.upem + tracking;
    }
  }
  return { glyphs, width: Math.max(0, width - tracking) };
}

/** The path data of a glyph, flipped, scaled and moved. A tenth of a pixel is precise enough. */
function placePath(path: string, scale: number, x: number, y: number): string {
  return path.replace(
    /(-?[\d.]+)[ ,](-?[\d.]+)/g,
    (_, right: string, up: string) =>
      `${(x + Number(right) * scale).toFixed(1)} ${(y - Number(up) * scale).toFixed(1)}`,
  );
}
