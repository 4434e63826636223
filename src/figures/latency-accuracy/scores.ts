import { average } from '../shared/linear-algebra.ts';
import { seededRandom } from '../shared/random.ts';
import { findPercentiles, resampleMeans } from './bootstrap.ts';
import { classify } from './lengths.ts';
import type { Measurement, TableRow } from './measurement.ts';

/** The seed of all resamples. */
const seed = 1;

/** Of fewer queries there is no interval: percentiles of few scores are too near to each other. */
export const leastQueries = 10;

/**
 * The measurements of a table. Scores of queries become means, with bootstrap intervals of each architecture and of each
 * pair of them: over all queries, then over those of each class of lengths. Other rows stay as they are.
 *
 * @param rows of a table that passed its check: each architecture has one score on each query
 */
export function averageScores(rows: readonly TableRow[]): Measurement[] {
  if (rows.every(({ query }) => query === undefined)) return [...rows];
  const { classes, name } = classify(rows);
  const [only] = classes;
  if (classes.length <= 1) return averageGroup(rows, only);
  return [
    ...averageGroup(rows),
    ...classes.flatMap((length) =>
      averageGroup(
        rows.filter((row) => name(row) === length),
        length,
      ),
    ),
  ];
}

function averageGroup(rows: readonly TableRow[], length?: string): Measurement[] {
  const systems = new Map<string, Map<string, TableRow>>();
  for (const row of rows) {
    const { architecture, query = '' } = row;
    const system = systems.get(architecture) ?? new Map<string, TableRow>();
    systems.set(architecture, system.set(query, row));
  }
  const [first = new Map<string, TableRow>()] = systems.values();
  const queries = [...first.keys()];
  const read = (key: 'latency' | 'ndcg') =>
    [...systems.values()].map((system) => queries.map((query) => system.get(query)?.[key] ?? NaN));
  const [latencies, scores] = [read('latency'), read('ndcg')];
  const hasIntervals = queries.length >= leastQueries;
  const means = hasIntervals ? resampleMeans(scores, seededRandom(seed)) : [];
  const summarize = (values: readonly number[], resampled?: Float64Array) => {
    const [low, high] = resampled === undefined ? [] : findPercentiles(resampled).map(round);
    return {
      mean: round(average(values)),
      ...(low !== undefined && high !== undefined && { interval: [low, high] as const }),
    };
  };
  return [...systems.keys()].map((architecture, place): Measurement => {
    const [own = [], resampled] = [scores[place], means[place]];
    const { mean: ndcg, interval } = summarize(own, resampled);
    return {
      architecture,
      latency: round(average(latencies[place] ?? [])),
      ndcg,
      ...(interval && { interval }),
      ...(length !== undefined && { length }),
      queries: queries.length,
      differences: scores.slice(0, place).map((other, before) =>
        summarize(
          own.map((score, query) => score - Number(other[query])),
          resampled?.map((mean, resample) => mean - Number(means[before]?.[resample])),
        ),
      ),
    };
  });
}

/** Six decimals: browsers read these numbers in the page. */
function round(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
