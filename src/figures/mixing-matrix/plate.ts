import { element, round, words } from '../shared/svg.ts';

/** The levels of a plate, with that of no tone. */
export const tones = 8;

/** The cells of one level as the path of a line one unit thick: `m2 3h4` are columns 2 to 5 of row 3. */
export interface Tone {
  /** From 0, exclusive, to 1: the share of the strongest tone. */
  strength: number;
  path: string;
}

/**
 * A matrix of integer levels, 0 to `count − 1`, as one path for each level that occurs, the faintest
 * first. Cells of level 0 are left out: there the ground shows.
 */
export function drawPlate(matrix: readonly (readonly number[])[], count: number): Tone[] {
  const tones: Tone[] = [];
  for (let level = 1; level < count; level += 1) {
    const path = drawRuns(matrix, level);
    if (path !== '') tones.push({ strength: level / (count - 1), path });
  }
  return tones;
}

/** The runs of `level` in all rows. Each begins from the end of the one before: these numbers compress best. */
function drawRuns(matrix: readonly (readonly number[])[], level: number): string {
  let path = '';
  let end = { x: 0, y: 0 };
  for (const [y, row] of matrix.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== level) continue;
      const start = x;
      while (row[x + 1] === level) x += 1;
      path += `m${start - end.x} ${y - end.y}h${x - start + 1}`;
      end = { x: x + 1, y };
    }
  }
  return path;
}

/** The lines between the cells of a matrix of `length` rows and columns. */
export function drawGaps(length: number): string {
  const lines = Array.from({ length: length - 1 }, (_, index) => index + 1);
  return lines.map((at) => `M${at} 0v${length}M0 ${at}h${length}`).join('');
}

/** A minus in the middle of a cell, in units of a cell. */
export function cutMinus(x: number, y: number): string {
  return `M${round(x + 0.2)} ${round(y + 0.38)}h.6v.24h-.6z`;
}

/** The key to negative entries: a cell of the strongest tone with a minus cut out, and the word. */
export function drawNegativeKey(x: number, y: number, size: number): string {
  return [
    element('rect', { class: 'fill-accent', x, y, width: size, height: size }),
    element('path', {
      class: 'fill-paper',
      transform: `translate(${round(x)} ${round(y)}) scale(${size})`,
      d: cutMinus(0, 0),
    }),
    words('negative', { class: 'quiet', x: x + size + 6, y: y + size - 2 }),
  ].join('');
}
