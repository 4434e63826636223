/** The cells of one level as the path of a line one unit thick: `M3 2h4` is row 2, columns 3 to 6. */
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
    const path = matrix.map((row, y) => drawRow(row, level, y)).join('');
    if (path !== '') tones.push({ strength: level / (count - 1), path });
  }
  return tones;
}

/** The runs of `level` in one row. */
function drawRow(row: readonly number[], level: number, y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== level) continue;
    const start = x;
    while (row[x + 1] === level) x += 1;
    path += `M${start} ${y}h${x - start + 1}`;
  }
  return path;
}

/** The lines between the cells of a matrix of `length` rows and columns. */
export function drawGaps(length: number): string {
  const lines = Array.from({ length: length - 1 }, (_, index) => index + 1);
  return lines.map((at) => `M${at} 0v${length}M0 ${at}h${length}`).join('');
}
