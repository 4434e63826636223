import createBidi from 'bidi-js';
import { Buffer, Direction, shape, type Font } from 'harfbuzzjs';

/** A way to draw a character. */
export interface Form {
  /** The character that is drawn, or a run of them. */
  text: string;
  font: Font;
  scale: number;
  rise: number;
  /** The letter spacing, in em. */
  tracking: number;
}

export interface PlacedGlyph {
  font: Font;
  glyph: number;
  /** The offset from the start of the text and from the baseline upwards, in em. */
  x: number;
  y: number;
  /** The size of an em of the font, in em. */
  scale: number;
}

export interface ShapedText {
  glyphs: PlacedGlyph[];
  /** In em. */
  width: number;
}

/** Characters of one form and one direction. */
interface Run extends Form {
  /** The level of the bidirectional algorithm: odd from right to left. */
  level: number;
}

const { getEmbeddingLevels } = createBidi();

/** A character of a script that runs from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A mark belongs to the letter before it, and a joiner to the word. */
const attached = /[\p{M}\u200c\u200d]/u;

/** The direction of a paragraph; `auto` is that of its first letter. */
export type BaseDirection = 'ltr' | 'rtl' | 'auto';

/**
 * The direction of a text in a language of direction `own`: that direction, unless all its letters run in the other.
 */
export function findTextDirection(text: string, own: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const letters = text.match(/\p{L}/gu) ?? [];
  const isOwn = (letter: string) => rightToLeft.test(letter) === (own === 'rtl');
  if (letters.length === 0 || letters.some(isOwn)) return own;
  return own === 'rtl' ? 'ltr' : 'rtl';
}

/**
 * Shapes `text` in one line of a paragraph of direction `base`, from left to right. Each run uses the first font with its
 * characters, with kerning.
 */
export function shapeText(
  text: string,
  findForm: (character: string) => Form | undefined,
  base: BaseDirection = 'auto',
): ShapedText {
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  let tail = 0;
  const runs = orderRuns(listRuns(text, findForm, base));
  for (const { font, text: run, scale, rise, tracking, level } of runs) {
    const line = new Buffer();
    line.addText(run);
    line.guessSegmentProperties();
    line.setDirection(level % 2 === 0 ? Direction.LTR : Direction.RTL);
    shape(font, line);
    const { upem } = font.face;
    for (const glyph of line.getGlyphInfosAndPositions()) {
      const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph;
      glyphs.push({
        ...{ font, glyph: codepoint, scale },
        ...{ x: width + (xOffset / upem) * scale, y: rise + (yOffset / upem) * scale },
      });
      width += (xAdvance / upem) * scale + tracking;
      tail = tracking;
    }
  }
  return { glyphs, width: Math.max(0, width - tail) };
}

/** The runs of a text in the order of its characters. */
function listRuns(
  text: string,
  findForm: (character: string) => Form | undefined,
  base: BaseDirection,
): Run[] {
  const isMixed = base === 'rtl' || rightToLeft.test(text);
  const levels = isMixed ? getEmbeddingLevels(text, base).levels : undefined;
  const runs: Run[] = [];
  let place = 0;
  for (const character of text) {
    const last = runs.at(-1);
    const level = levels?.[place] ?? 0;
    place += character.length;
    if (last && attached.test(character) && hasGlyph(last.font, character)) {
      last.text += character;
      continue;
    }
    const form = findForm(character);
    if (form === undefined) throw new Error(`No face of a card has a glyph for “${character}”.`);
    const isSame = last?.font === form.font && last.scale === form.scale;
    if (isSame && last.rise === form.rise && last.level === level) last.text += form.text;
    else runs.push({ ...form, level });
  }
  return runs;
}

export function hasGlyph(font: Font, character: string): boolean {
  return font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined;
}

/** The runs from left to right: rule L2 of the bidirectional algorithm. */
function orderRuns(runs: Run[]): Run[] {
  let ordered = runs;
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    const parts: Run[][] = [];
    for (const run of ordered) {
      const part = parts.at(-1);
      const isIn = run.level >= level;
      if (part?.[0] && part[0].level >= level && isIn) part.unshift(run);
      else parts.push([run]);
    }
    ordered = parts.flat();
  }
  return ordered;
}
