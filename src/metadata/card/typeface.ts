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
  /** The offset from the start of the text and from the baseline upwards, in em. */
  x: number;
  y: number;
  /** The size of an em of the font, in em. */
  scale: number;
}

interface ShapedText {
  glyphs: PlacedGlyph[];
  /** In em. */
  width: number;
}

/** A way to draw a character. */
interface Form {
  /** The character that is drawn, or a run of them. */
  text: string;
  font: harfbuzz.Font;
  scale: number;
  rise: number;
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
 * Loads a typeface from TrueType files. Each file supplies only the characters that earlier ones lack. Letters are as
 * high as those of the first. `tracking` is the letter spacing in em.
 */
export function loadTypeface(files: Uint8Array[], tracking = 0): Typeface {
  const fonts = files.map((file) => new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(file))));
  const height = fonts[0] && measureLetter(fonts[0]);
  const sized = fonts.map((font) => ({
    font,
    scale: (height ?? 1) / (measureLetter(font) ?? height ?? 1),
  }));
  const findForm = (character: string): Form | undefined => {
    const found = sized.find(
      ({ font }) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
    );
    if (found !== undefined) return { ...found, text: character, rise: 0 };
    const isRaised = raised.test(character);
    if (!isRaised && !lowered.test(character)) return undefined;
    const plain = findForm(character.normalize('NFKD'));
    return plain && { ...plain, scale: plain.scale * smallScale, rise: isRaised ? 0.28 : -0.12 };
  };
  const shape = (text: string) => shapeText(text, findForm, tracking);
  return {
    spell: (text) => spellText(text, (character) => findForm(character) !== undefined),
    measure: (text, size) => shape(text).width * size,
    draw: (text, size, x, y) =>
      shape(text)
        .glyphs.map((placed) => {
          const { font, glyph, scale } = placed;
          const unit = (size * scale) / font.face.upem;
          return placePath(font.glyphToPath(glyph), unit, x + placed.x * size, y - placed.y * size);
        })
        .join(''),
  };
}

/** The height of an x in em. Files without one belong to the first. */
function measureLetter(font: harfbuzz.Font): number | undefined {
  const glyph = font.nominalGlyph(0x78);
  return glyph && (font.glyphExtents(glyph)?.yBearing ?? 0) / font.face.upem;
}

/**
 * Replaces characters that `isDrawable` rejects by their Unicode decomposition (ﬁ, ễ → fi, e). If that cannot be
 * drawn either, an ellipsis replaces each run of such characters.
 */
function spellText(text: string, isDrawable: (character: string) => boolean): string {
  const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}]/gu;
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

/** Shapes `text` in one line. Each run uses the first font with its characters, with kerning. */
function shapeText(
  text: string,
  findForm: (character: string) => Form | undefined,
  tracking: number,
): ShapedText {
  const runs: Form[] = [];
  for (const character of text) {
    const form = findForm(character);
    if (form === undefined) throw new Error(`No face of a card has a glyph for “${character}”.`);
    const last = runs.at(-1);
    if (last?.font === form.font && last.scale === form.scale && last.rise === form.rise)
      last.text += form.text;
    else runs.push({ ...form });
  }
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const { font, text: run, scale, rise } of runs) {
    const line = new harfbuzz.Buffer();
    line.addText(run);
    line.guessSegmentProperties();
    harfbuzz.shape(font, line);
    for (const { codepoint, xAdvance = 0 } of line.getGlyphInfosAndPositions()) {
      glyphs.push({ font, glyph: codepoint, x: width, y: rise, scale });
      width += (xAdvance / font.face.upem) * scale + tracking;
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
