import { words } from '../shared/svg.ts';

/** The advance of a letter of the label typeface at 12 units: 0.6 of its size, all letters alike. */
const letterWidth = 7.2;

/** From one baseline to the next, in units. */
export const lineHeight = 16;

/** The width of a line in units. */
export function measureLine(line: string): number {
  return countLetters(line) * letterWidth;
}

/**
 * A text in as few lines as are at most `width` units wide, and those about equally long: broken at
 * spaces, and within a word only where it is longer than a line. SVG breaks no lines by itself.
 *
 * @throws RangeError if not even one letter fits
 */
export function breakLines(text: string, width: number): string[] {
  const most = Math.floor(width / letterWidth);
  if (!(most >= 1)) throw new RangeError(`A line of ${width} units has no room for a letter.`);
  const words = text.split(/\s+/).flatMap((word) => cut(word, most));
  let lines = fillLines(words, most);
  for (let length = most - 1; length >= 1; length -= 1) {
    const shorter = fillLines(words, length);
    if (shorter.length > lines.length) break;
    lines = shorter;
  }
  return lines;
}

/** Words in lines of at most `most` letters, each line with as many as there is room for. */
function fillLines(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && countLetters(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A part of a picture, and the least height of the part after it, in units from the top. */
export interface DrawnPart {
  svg: string;
  end: number;
}

/** Lines of text from `x`, the first on the baseline `y`. */
export function drawLines(
  lines: readonly string[],
  x: number,
  y: number,
  tone?: string,
): DrawnPart {
  return {
    svg: lines
      .map((line, index) => words(line, { class: tone, x, y: y + index * lineHeight }))
      .join(''),
    end: y + lines.length * lineHeight,
  };
}

function countLetters(text: string): number {
  return [...text].length;
}

/** A word in parts of at most `most` letters. */
function cut(word: string, most: number): string[] {
  const letters = [...word];
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) =>
    letters.slice(index * most, (index + 1) * most).join(''),
  );
}
