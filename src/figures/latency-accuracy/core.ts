import type { Difference, Measurement } from './measurement.ts';

/** A measurement, and its rank among the others. */
export interface RankedMeasurement extends Measurement {
  /** Of those on the frontier that dominate it, the most accurate; nothing for one on the frontier. */
  dominatedBy?: Measurement;
  /**
   * One on the frontier whose interval and its own overlap, or, with scores of queries, from which its paired difference
   * can be 0, so that it is not sure on which side of the frontier this one belongs: the one that dominates it, or, where
   * none does, the slowest that is faster.
   */
  overlaps?: Measurement;
}

/** Measurements in order of latency, then of accuracy, the better first. */
export interface Ranking {
  /** The class of lengths of their texts, where the table has classes. */
  length?: string;
  ranked: RankedMeasurement[];
  frontier: Measurement[];
}

/** The rankings of a table: of all texts, then of each class of lengths. @throws RangeError if there are no measurements */
export function rankByLength(measurements: readonly Measurement[]): [Ranking, ...Ranking[]] {
  const classes = [...new Set(measurements.map(({ length }) => length))];
  const [first, ...others] = classes.map((length) =>
    rankMeasurements(measurements.filter((one) => one.length === length)),
  );
  return [first ?? rankMeasurements([]), ...others];
}

/**
 * The measurements that no other dominates: the Pareto frontier, in order of latency. One dominates
 * another if it is no slower and no less accurate, and better in one of the two (Ehrgott 2005,
 * “Multicriteria Optimization”, §2.1). Equal measurements are on the frontier together, or not at all.
 * Intervals have no part in it.
 */
export function findFrontier(measurements: readonly Measurement[]): Measurement[] {
  const frontier: Measurement[] = [];
  for (const one of sortByLatency(measurements)) {
    const last = frontier.at(-1);
    const isEqual = one.latency === last?.latency && one.ndcg === last.ndcg;
    if (last === undefined || one.ndcg > last.ndcg || isEqual) frontier.push(one);
  }
  return frontier;
}

/** Each measurement with the one on the frontier that it is worse than. @throws RangeError if there is none */
export function rankMeasurements(measurements: readonly Measurement[]): Ranking {
  if (measurements.length === 0) throw new RangeError('There is nothing to compare.');
  const frontier = findFrontier(measurements);
  const ranked = sortByLatency(measurements).map((one): RankedMeasurement => {
    if (frontier.includes(one)) {
      const overlaps = frontier.findLast(
        (other) => other.latency < one.latency && doOverlap(other, one),
      );
      return { ...one, ...(overlaps && { overlaps }) };
    }
    // One on the frontier dominates every other.
    const dominatedBy = frontier.findLast(({ latency }) => latency <= one.latency);
    if (dominatedBy === undefined) return one;
    return { ...one, dominatedBy, ...(doOverlap(one, dominatedBy) && { overlaps: dominatedBy }) };
  });
  const length = measurements[0]?.length;
  return { ...(length !== undefined && { length }), ranked, frontier };
}

/** The mean of one minus that of another on the same queries; nothing for one alone, and without scores of queries. */
export function subtract(one: Measurement, other: Measurement): Difference | undefined {
  const [place, otherPlace] = [one.differences?.length, other.differences?.length];
  if (place === undefined || otherPlace === undefined) return undefined;
  if (place > otherPlace) return one.differences?.[otherPlace];
  const turned = other.differences?.[place];
  if (turned === undefined) return undefined;
  const { mean, interval } = turned;
  return { mean: -mean, ...(interval && { interval: [-interval[1], -interval[0]] as const }) };
}

/**
 * Whether the one that is measured as less accurate may not be: by its paired difference from the other, or where there is
 * none, as its interval reaches that of the other.
 */
function doOverlap(lower: Measurement, upper: Measurement): boolean {
  const difference = subtract(lower, upper);
  if (difference !== undefined) return (difference.interval?.[1] ?? -Infinity) >= 0;
  const [, high = -Infinity] = lower.interval ?? [];
  const [low = Infinity] = upper.interval ?? [];
  return high >= low;
}

function sortByLatency(measurements: readonly Measurement[]): Measurement[] {
  return measurements.toSorted((a, b) => a.latency - b.latency || b.ndcg - a.ndcg);
}
