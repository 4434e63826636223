import type { Random } from '../shared/random.ts';

/** How often queries are drawn anew. */
export const resamples = 2000;

/**
 * Means over queries drawn with replacement, as many as there are. A draw takes the scores of all systems on a query,
 * so that the means of one resample can be subtracted: the pairing of the bootstrap test of Sakai (2006), “Evaluating
 * evaluation metrics based on the bootstrap”, SIGIR, 525–532.
 *
 * @param scores of each system, n queries in one order
 * @returns the means of each system, resample by resample
 */
export function resampleMeans(
  scores: readonly (readonly number[])[],
  random: Random,
  count = resamples,
): Float64Array[] {
  const size = scores[0]?.length ?? 0;
  const systems = scores.map((column) => ({
    scores: Float64Array.from(column),
    means: new Float64Array(count),
  }));
  const drawn = new Int32Array(size);
  for (let resample = 0; resample < count; resample += 1) {
    for (let n = 0; n < size; n += 1) drawn[n] = Math.floor(size * random.uniform());
    for (const { scores, means } of systems) {
      let sum = 0;
      for (let n = 0; n < size; n += 1) sum += Number(scores[Number(drawn[n])]);
      means[resample] = sum / size;
    }
  }
  return systems.map(({ means }) => means);
}

/** The 2.5 % and 97.5 % percentiles of resampled values: Efron and Tibshirani (1993), “An Introduction to the Bootstrap”, ch. 13. */
export function findPercentiles(values: Float64Array): [low: number, high: number] {
  const sorted = values.toSorted();
  const pick = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return [pick(0.025), pick(0.975)];
}
