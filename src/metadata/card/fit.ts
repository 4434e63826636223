import { splitCharacters, splitParts, splitWords } from './break.ts';
import type { Typeface } from './typeface.ts';

/** Lines within the width and number that a room allows. */
export interface FittedText {
  size: number;
  lines: string[];
}

/** The space for a text, in pixels, and the allowed font sizes, the largest first. */
export interface Room {
  width: number;
  height: number;
  sizes: readonly number[];
  /** The distance between baselines, in em. */
  lineHeight: number;
  /** The language of the text; words without spaces are found by it. */
  language: string;
}

type Measure = (text: string) => number;

/**
 * Sets `text` in the largest size at which its words fit whole. If that would be less than half the largest size, lines
 * may break at hyphens, too. If no size fits, uses the smallest, breaks words that are too long, and cuts the text with
 * an ellipsis.
 */
export function fitText(text: string, face: Typeface, room: Room): FittedText {
  const { width, height, sizes, lineHeight, language } = room;
  const [words, parts] = [splitWords(text, language), splitParts(text, language)];
  const large = sizes.filter((size) => size >= Math.max(...sizes) / 2);
  const tries = [
    ...large.map((size) => ({ size, pieces: words })),
    ...sizes.map((size) => ({ size, pieces: parts })),
  ];
  // Caches line widths, because every size measures the same lines.
  const ems = new Map<string, number>();
  const measureAt =
    (size: number): Measure =>
    (line) => {
      const em = ems.get(line) ?? face.measure(line, 1);
      ems.set(line, em);
      return em * size;
    };
  const countMost = (size: number) => Math.floor(height / (size * lineHeight));
  for (const { size, pieces } of tries) {
    const measure = measureAt(size);
    const lines = breakLines(pieces, measure, width);
    if (lines.length <= countMost(size) && lines.every((line) => measure(line) <= width))
      return {
        size,
        lines:
          splitAtColon(pieces, measure, width, lines) ??
          balanceLines(pieces, measure, width, lines),
      };
  }
  const size = Math.min(...sizes);
  const measure = measureAt(size);
  const lines = breakLines(parts, measure, width).flatMap((line) =>
    breakWord(line, measure, width),
  );
  const most = countMost(size);
  if (lines.length <= most) return { size, lines };
  const rest = lines.slice(most - 1).join(' ');
  return { size, lines: [...lines.slice(0, most - 1), cutText(rest, measure, width)] };
}

/** The longest start of `text` that fits into `width`, with an ellipsis if the text was cut. */
export function cutText(text: string, measure: Measure, width: number): string {
  if (measure(text) <= width) return text;
  const characters = splitCharacters(text);
  const cut = (count: number) => {
    const start = characters.slice(0, count).join('');
    return `${start.replace(/[\s,.:;–—-]+$/, '')}…`;
  };
  let count = characters.length - 1;
  while (count > 0 && measure(cut(count)) > width) count -= 1;
  return cut(count);
}

/** Breaks greedily. A word that is wider than a line gets a line of its own. */
function breakLines(pieces: string[], measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && measure((last + piece).trimEnd()) <= width)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** Breaks after the colon of a title without spaces between words, if that takes no more lines. */
function splitAtColon(
  pieces: string[],
  measure: Measure,
  width: number,
  lines: string[],
): string[] | undefined {
  const end = pieces.findIndex((piece) => piece.endsWith('：')) + 1;
  if (end === 0 || end === pieces.length) return undefined;
  const parts = [pieces.slice(0, end), pieces.slice(end)];
  const tried = parts.flatMap((part) =>
    balanceLines(part, measure, width, breakLines(part, measure, width)),
  );
  return tried.length === lines.length ? tried : undefined;
}

/** Reduces the width as far as the number of lines allows, so that lines have similar lengths. */
function balanceLines(
  pieces: string[],
  measure: Measure,
  width: number,
  lines: string[],
): string[] {
  let best = lines;
  for (let narrower = width * 0.97; narrower > width / 2; narrower -= width * 0.03) {
    const tried = breakLines(pieces, measure, narrower);
    if (tried.length > lines.length || tried.some((line) => measure(line) > narrower)) return best;
    best = tried;
  }
  return best;
}

/** Breaks an overlong line between any two characters. */
function breakWord(line: string, measure: Measure, width: number): string[] {
  const lines = [''];
  for (const character of splitCharacters(line)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || measure(last + character) <= width)
      lines[lines.length - 1] = last + character;
    else lines.push(character);
  }
  return lines;
}
