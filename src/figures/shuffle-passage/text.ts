import { joinWords } from '../shared/list.ts';
import { mixingNames, mixings } from '../../lib/mixing.ts';
import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { changes, type Change } from './changes.ts';
import type { Moves, Turns } from './core.ts';

/** The changes as headings, and as the subject of a sentence. */
export const changeNames: Readonly<Record<Change, { title: string; subject: string }>> = {
  shuffle: { title: 'All tokens shuffled', subject: 'A full shuffle' },
  swap: { title: 'Neighbours swapped', subject: 'A swap of neighbours' },
  half: { title: 'First half alone', subject: 'Leaving out the second half' },
  twice: { title: 'Twice as long', subject: 'As much text again' },
  another: { title: 'Another passage', subject: 'Another passage' },
};

/** An angle in degrees with two digits. Angles from rounding count as 0. */
export function formatAngle(angle: number): string {
  return angle < 1e-6 ? '0' : formatNumber(Number(angle.toPrecision(2)));
}

export function summarize({ passages, turns, unmixed }: Moves, change: Change): string {
  const listed = mixings.map((mixing, index) => {
    const by = `${formatAngle(turns[mixing][change].mean)}°`;
    return `${index === 0 ? 'by ' : ''}${by} in ${mixingNames[mixing].full}`;
  });
  const plain = `${formatAngle(unmixed[change].mean)}°`;
  return `${changeNames[change].subject} turns the embedding ${joinWords(listed)}, and by ${plain} where nothing is mixed: means over ${passages} random passages, before any training.`;
}

/** A row for each architecture: the mean angle of each change, and half the width of its interval. */
export function tabulate({ turns, unmixed }: Moves): DataTable {
  const list = (of: Turns) => changes.flatMap((change) => [of[change].mean, of[change].halfWidth]);
  return {
    columns: [
      'Mixing',
      ...changes.flatMap((change) => [
        `${changeNames[change].title} (degrees)`,
        '95 % interval, ±',
      ]),
    ],
    rows: [
      ...mixings.map((mixing) => [mixingNames[mixing].title, ...list(turns[mixing])]),
      ['None: the mean of the values', ...list(unmixed)],
    ],
  };
}
