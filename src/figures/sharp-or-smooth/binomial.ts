/** Outcomes below this share of the likeliest are left out: they do not reach the last bit of any sum here. */
const negligible = 1e-18;

/**
 * Quantiles of a binomial distribution: for each level the least number k of successes with P(X ≤ k) ≥
 * level. They are exact, for they come from the distribution itself and from no approximation to it.
 *
 * The weights of outcomes are summed relative to that of the likeliest, from which P(k + 1)/P(k) =
 * (m − k)/(k + 1) · q/(1 − q) leads to all others: no factorial overflows, and only outcomes that can
 * occur are visited, some 17 √(m q (1 − q)) of them.
 *
 * @param trials m, a whole number
 * @param chance q, the probability of success in each, 0 to 1
 * @param levels probabilities, above 0 and below 1, in any order
 * @returns a number of successes for each level
 * @throws RangeError if one of them is not such a number
 */
export function binomialQuantiles(
  trials: number,
  chance: number,
  levels: readonly number[],
): number[] {
  if (!Number.isSafeInteger(trials) || trials < 0) {
    throw new RangeError(`There is a whole number of trials, not ${trials}.`);
  }
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`${chance} is no probability.`);
  if (!levels.every((level) => level > 0 && level < 1)) {
    throw new RangeError(`Quantiles are at levels between 0 and 1, not at ${levels.join(', ')}.`);
  }
  if (chance === 1) return levels.map(() => trials);

  const odds = chance / (1 - chance);
  const mode = Math.min(Math.floor((trials + 1) * chance), trials);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > negligible; k -= 1) {
    weight *= k / ((trials - k + 1) * odds);
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < trials && weight > negligible; k += 1) {
    weight *= ((trials - k) * odds) / (k + 1);
    above.push(weight);
  }
  const weights = [...below.toReversed(), 1, ...above];
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const first = mode - below.length;
  return levels.map((level) => {
    let sum = 0;
    const index = weights.findIndex((weight) => (sum += weight) >= level * total);
    return index < 0 ? mode + above.length : first + index;
  });
}
