/**
 * The probability that all L tokens of an answer are right. Independent ones give p^L, which is the
 * approximation of Schaeffer et al. (2023), §2: as p^L = exp(−L (N/c)^α), it is the curve of p itself,
 * moved L^(−1/α) times further along the axis of sizes.
 *
 * Correlated ones follow the beta-binomial distribution of Skellam (1948): each answer has a probability of
 * its own, from a beta distribution with mean p and α + β = (1 − ρ)/ρ. Then ρ is the correlation of any two
 * tokens, and all are right with probability ∏ (α + i)/(α + β + i) for i from 0 to L − 1. Both sides of each
 * fraction are here times ρ, so that it holds at ρ = 0, where it is p^L, and at ρ = 1, where it is p.
 */
export function exactMatch(probability: number, tokens: number, correlation = 0): number {
  const rest = 1 - correlation;
  let product = probability;
  for (let i = 1; i < tokens; i += 1) {
    product *= (probability * rest + i * correlation) / (rest + i * correlation);
  }
  return product;
}

/**
 * 1/g + (1 − 1/g) a: the accuracy where a share a of the answers is known and each other one is guessed
 * among g options. It is the lower asymptote of Birnbaum's model of tests (1968, in Lord and Novick, chapter
 * 17). The correction for guessing, (accuracy − 1/g)/(1 − 1/g), leads back to a.
 */
export function addGuesses(known: number, options: number): number {
  return 1 / options + (1 - 1 / options) * known;
}

/** L (1 − p), the expected wrong tokens of an answer, whatever ρ; approximately the edit distance: Schaeffer et al., §2. */
export function tokenEditDistance(probability: number, tokens: number): number {
  return tokens * (1 - probability);
}

/** (1 − a)ⁿ, the probability that of n answers, each right with probability a, none is. */
export function chanceOfNone(accuracy: number, items: number): number {
  return accuracy === 1 ? 0 : Math.exp(items * Math.log1p(-accuracy));
}
