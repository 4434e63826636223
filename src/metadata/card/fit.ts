import type { Typeface } from './typeface.ts';

/** Text in lines that fit: none is wider, and there are no more of them, than was allowed. */
export interface FittedText {
  size: number;
  lines: string[];
}

/** The room for a text, in pixels, and the sizes that it may have there, the largest first. */
export interface Room {
  width: number;
  height: number;
  sizes: readonly number[];
  /** From one baseline to the next, in em. */
  lineHeight: number;
}

/** Where a line may end: after a space; else after a hyphen, a dash or a stroke in a word, too. */
const atSpaces = /(?<= )/;
const atHyphens = /(?<= )|(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u;

type Measure = (text: string) => number;

/**
 * Sets `text` in the largest size at which its words fit whole. If none of at least half the largest does, a
 * word may end a line at its hyphen; if no size does even so, the text has the smallest, a word that is too
 * long is broken, and what is too much is cut, with an ellipsis.
 */
export function fitText(text: string, face: Typeface, room: Room): FittedText {
  const { width, height, sizes, lineHeight } = room;
  const large = sizes.filter((size) => size >= Math.max(...sizes) / 2);
  const tries = [
    ...large.map((size) => ({ size, pattern: atSpaces })),
    ...sizes.map((size) => ({ size, pattern: atHyphens })),
  ];
  // The same lines are asked for at every size.
  const ems = new Map<string, number>();
  const measureAt =
    (size: number): Measure =>
    (line) => {
      const em = ems.get(line) ?? face.measure(line, 1);
      ems.set(line, em);
      return em * size;
    };
  const countMost = (size: number) => Math.floor(height / (size * lineHeight));
  for (const { size, pattern } of tries) {
    const pieces = text.split(pattern);
    const measure = measureAt(size);
    const lines = breakLines(pieces, measure, width);
    if (lines.length <= countMost(size) && lines.every((line) => measure(line) <= width))
      return { size, lines: balanceLines(pieces, measure, width, lines) };
  }
  const size = Math.min(...sizes);
  const measure = measureAt(size);
  const lines = breakLines(text.split(atHyphens), measure, width).flatMap((line) =>
    breakWord(line, measure, width),
  );
  const most = countMost(size);
  if (lines.length <= most) return { size, lines };
  const rest = lines.slice(most - 1).join(' ');
  return { size, lines: [...lines.slice(0, most - 1), cutText(rest, measure, width)] };
}

/** The start of `text` that fits into `width`, with an ellipsis if that is not all of it. */
export function cutText(text: string, measure: Measure, width: number): string {
  if (measure(text) <= width) return text;
  const characters = Array.from(text);
  const cut = (count: number) => {
    const start = characters.slice(0, count).join('');
    return `${start.replace(/[\s,.:;–—-]+$/, '')}…`;
  };
  let count = characters.length - 1;
  while (count > 0 && measure(cut(count)) > width) count -= 1;
  return cut(count);
}

/** Fills one line after the other; a word that is wider than a line has one of its own. */
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

/** As many lines as `lines`, in the least width that has them: lines of about one length. */
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

/** A line that is too long, broken between any two characters. */
function breakWord(line: string, measure: Measure, width: number): string[] {
  const lines = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (last === '' || measure(last + character) <= width)
      lines[lines.length - 1] = last + character;
    else lines.push(character);
  }
  return lines;
}
