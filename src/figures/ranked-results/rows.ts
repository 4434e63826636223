import type { ScanAxis } from '../shared/interactive-figure.ts';
import { decodeOrder, names, type Ranking } from './core.ts';

/** The rows of both panels, in units of the panel: one for each rank, side by side. */
export const rows = { top: 36, height: 26, bottom: 36 + 10 * 26 } as const;

/** The middle of the row of an index. */
export function findRow(index: number): number {
  return rows.top + (index + 0.5) * rows.height;
}

function listStops({ results }: Ranking): number[] {
  return results.map((_, index) => findRow(index));
}

/** Down the rows: the chosen result goes to that rank. */
export function scanOrder(ranking: Ranking): ScanAxis {
  const values = ranking.moves.map(({ order }) => order);
  return scanRows('order', values, ranking);
}

/** Down the rows: the result there is chosen. */
export function scanResult(ranking: Ranking): ScanAxis {
  const values = ranking.results.map(({ name }) => names.indexOf(name) + 1);
  return scanRows('result', values, ranking);
}

function scanRows(parameter: string, values: readonly number[], ranking: Ranking): ScanAxis {
  const [from, to] = [findRow(0), findRow(decodeOrder(0).length - 1)];
  return {
    parameter,
    from,
    to,
    first: 0,
    last: values.length - 1,
    stops: listStops(ranking),
    values,
  };
}
