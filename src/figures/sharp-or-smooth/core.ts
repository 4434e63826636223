import { seededRandom } from '../shared/random.ts';
import { binomialQuantiles } from './binomial.ts';

/** How the answers of a model are scored: the share that is right in every token, or the tokens that are wrong. */
export type Metric = 'exact-match' | 'edit-distance';

/** A task, a family of models, and the test that they are given. */
export interface Setting {
  /** L, the tokens of an answer, at least 1. */
  readonly tokens: number;
  /** −α > 0: how fast the loss falls with the size of a model. */
  readonly slope: number;
  readonly metric: Metric;
  /** n, the answers in the test, at least 1. */
  readonly items: number;
  /** An integer: which n answers the test happens to hold. */
  readonly seed: number;
}

/** The expected score of a model of one size. */
export interface ModelScore {
  /** N, parameters. */
  size: number;
  /** Cross-entropy, nats per token. */
  loss: number;
  /** p, of one token being right. */
  probability: number;
  /** Of the metric: a share from 0 to 1, or tokens from 0 to L. */
  expected: number;
  /** The interval in which at least 95 % of tests score: at most 2.5 % are below it, and as many above. */
  low: number;
  high: number;
}

/** A model that is tested once. */
export interface Model extends ModelScore {
  /** Its score in the test. */
  measured: number;
  /** The probability that none of the n answers is right in every token. */
  none: number;
}

export interface Emergence {
  /** Fifteen points a decade of size. */
  curve: ModelScore[];
  /** Three a decade: they are among those of the curve. */
  models: Model[];
  /** The least score above 0 that a test of n answers can give, 1/n. */
  floor: number;
  /** The size from which an answer that is right in every token is seen with at least even odds. */
  seenFrom: number;
}

/** The sizes that are shown, as powers of ten. */
export const sizes = { from: 7, to: 12 } as const;

const pointsPerDecade = 15;
const pointsPerModel = 5;
const tails = [0.025, 0.975] as const;

/** c: the size at which the loss is one nat. The paper leaves it open; here curves stand in mid-picture. */
export const unitSize = 1e8;

/** L(N) = (N/c)^α in nats per token, for N parameters: Schaeffer et al. (2023), §2. */
export function crossEntropy(size: number, slope: number): number {
  return (unitSize / size) ** slope;
}

/** p(N) = exp(−L(N)), the probability of the right token: Schaeffer et al. (2023), §2. */
export function tokenProbability(size: number, slope: number): number {
  return Math.exp(-crossEntropy(size, slope));
}

/**
 * p^L, the probability that all tokens of an answer are right if they are independent, which is the
 * approximation of Schaeffer et al. (2023), §2. As p^L = exp(−L (N/c)^α), it is the curve of p itself,
 * moved L^(−1/α) times further along the axis of sizes.
 */
export function exactMatch(probability: number, tokens: number): number {
  return probability ** tokens;
}

/** L (1 − p), the expected wrong tokens of an answer; approximately the edit distance: §2 of the same. */
export function tokenEditDistance(probability: number, tokens: number): number {
  return tokens * (1 - probability);
}

/** (1 − a)ⁿ, the probability that of n answers, each right with probability a, none is. */
export function chanceOfNone(accuracy: number, items: number): number {
  return accuracy === 1 ? 0 : Math.exp(items * Math.log1p(-accuracy));
}

/** The size N at which (1 − p^L)ⁿ = ½; most tests find a larger model right at least once. */
export function smallestSeen({ tokens, slope, items }: Setting): number {
  const accuracy = -Math.expm1(-Math.LN2 / items);
  const loss = -Math.log(accuracy) / tokens;
  return unitSize * loss ** (-1 / slope);
}

/**
 * The models of a family, from 10⁷ to 10¹² parameters, and their scores in one test.
 *
 * The tokens of a test are independent. So of n answers a binomial number is right, out of n with
 * probability p^L, and of their nL tokens one out of nL with probability p. A measured score is the
 * quantile of that distribution at a level that is drawn once for each model: one seed is one test,
 * as lucky for a model under each metric, length and slope.
 */
export function compareMetrics(setting: Setting): Emergence {
  const { items, seed } = setting;
  const { uniform } = seededRandom(seed);
  const count = (sizes.to - sizes.from) * pointsPerDecade + 1;
  const curve: ModelScore[] = [];
  const models: Model[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = 10 ** (sizes.from + index / pointsPerDecade);
    const point = scorePoint(size, setting);
    curve.push(point);
    if (index % pointsPerModel !== 0) continue;
    // Halfway between the numbers that the source gives, none of which is then 0.
    const luck = uniform() + 2 ** -33;
    const [measured = NaN] = scoreAt(point.probability, setting, [luck]);
    const none = chanceOfNone(exactMatch(point.probability, setting.tokens), items);
    models.push({ ...point, measured, none });
  }
  return { curve, models, floor: 1 / items, seenFrom: smallestSeen(setting) };
}

function scorePoint(size: number, setting: Setting): ModelScore {
  const { tokens, slope, metric } = setting;
  const loss = crossEntropy(size, slope);
  const probability = tokenProbability(size, slope);
  const score = metric === 'exact-match' ? exactMatch : tokenEditDistance;
  const [low = NaN, high = NaN] = scoreAt(probability, setting, tails).sort((a, b) => a - b);
  return { size, loss, probability, expected: score(probability, tokens), low, high };
}

/** The scores of tests that are as good as `levels` say: 0.975 is better than all but 2.5 % of them. */
function scoreAt(
  probability: number,
  { tokens, metric, items }: Setting,
  levels: readonly number[],
): number[] {
  if (metric === 'exact-match') {
    const accuracy = exactMatch(probability, tokens);
    return binomialQuantiles(items, accuracy, levels).map((right) => right / items);
  }
  const trials = items * tokens;
  return binomialQuantiles(trials, probability, levels).map((right) => (trials - right) / items);
}
