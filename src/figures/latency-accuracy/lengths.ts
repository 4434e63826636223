import { formatWhole } from '../shared/number.ts';
import type { TableRow } from './measurement.ts';

/** Lengths in tokens are cut after these. */
const bounds = [128, 512, 2048] as const;

/** The classes of lengths that a figure can show, a panel for each. */
export const mostClasses = 6;

/** Whether a length is a number of tokens; any other text names a class. */
export function isTokenCount(length: string): boolean {
  return /^[1-9]\d*$/.test(length);
}

/** The classes of a table of queries, and the name of that of a row: numbers of tokens are cut at bounds, the shortest first. */
export function classify(rows: readonly TableRow[]): {
  classes: string[];
  name: (row: TableRow) => string | undefined;
} {
  const lengths = rows.flatMap(({ length }) => length ?? []);
  if (lengths.length === 0) return { classes: [], name: () => undefined };
  if (!lengths.every(isTokenCount))
    return { classes: [...new Set(lengths)], name: ({ length }) => length };
  const find = (length: string) => bounds.filter((bound) => bound < Number(length)).length;
  const found = [...new Set(lengths.map(find))].toSorted((a, b) => a - b);
  return {
    classes: found.map(nameClass),
    name: ({ length }) => length && nameClass(find(length)),
  };
}

function nameClass(index: number): string {
  const [last, next] = [bounds[index - 1], bounds[index]];
  if (next === undefined) return `> ${formatWhole(Number(last))} tokens`;
  return last === undefined
    ? `≤ ${next} tokens`
    : `${formatWhole(last + 1)}–${formatWhole(next)} tokens`;
}
