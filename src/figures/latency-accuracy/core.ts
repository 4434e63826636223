import type { Measurement } from './measurement.ts';

/** A measurement, and its rank among the others. */
export interface RankedMeasurement extends Measurement {
  /** Of those on the frontier that dominate it, the most accurate; nothing for one on the frontier. */
  dominatedBy?: Measurement;
  /**
   * One on the frontier whose interval and its own overlap, so that it is not sure on which side of the
   * frontier this one belongs: the one that dominates it, or, where none does, the slowest that is faster.
   */
  overlaps?: Measurement;
}

/** Measurements in order of latency, then of accuracy, the better first. */
export interface Ranking {
  ranked: RankedMeasurement[];
  frontier: Measurement[];
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
  return { ranked, frontier };
}

/** Whether the interval of the one that is measured as less accurate reaches that of the other. */
function doOverlap(lower: Measurement, upper: Measurement): boolean {
  const [, high = -Infinity] = lower.interval ?? [];
  const [low = Infinity] = upper.interval ?? [];
  return high >= low;
}

function sortByLatency(measurements: readonly Measurement[]): Measurement[] {
  return measurements.toSorted((a, b) => a.latency - b.latency || b.ndcg - a.ndcg);
}
