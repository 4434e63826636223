import { seededRandom } from '../shared/random.ts';
import { addGuesses, chanceOfNone, exactMatch, tokenEditDistance } from './answer.ts';
import { binomialQuantiles } from './binomial.ts';

/** How the answers of a model are scored: the share that is right in every token, or the tokens that are wrong. */
export type Metric = 'exact-match' | 'edit-distance';

/** A task, a family of models, and the test that they are given. */
export interface Setting {
  /** L, the tokens of an answer, at least 1. */
  readonly tokens: number;
  /** ρ, of the tokens of an answer being right: 0 where they are independent, 1 where all are right or none. */
  readonly correlation: number;
  /** g, from which an answer is chosen that is not known; infinitely many for an open answer. */
  readonly options: number;
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
  /** The share of answers that are right in every token without a guess. */
  known: number;
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
  /** The probability that none of the n answers is right, known or guessed. */
  none: number;
}

export interface Emergence {
  /** Fifteen points a decade of size. */
  curve: ModelScore[];
  /** Three a decade: they are among those of the curve. */
  models: Model[];
  /** The least score above 0 that a test of n answers can give, 1/n. */
  floor: number;
  /** 1/g, the share of guesses that are right; 0 for open answers. */
  chance: number;
  /** The score that guesses alone exceed in at most 2.5 % of tests; 0 for open answers. */
  reach: number;
  /** The size from which a test scores above `reach` by exact match with at least even odds. */
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
 * The independent tokens that vary as much as the nL tokens of n answers: nL/(1 + (L − 1) ρ), rounded. It is
 * the effective size of clustered samples in Rao and Scott (1992, Biometrics 48, 577–585), an approximation
 * that is exact for ρ = 0 and for ρ = 1. Between them, bands that are made from it hold some 95 % of tests on
 * average over the models, and at least 88 % for each, as the tests of this module compute.
 */
export function effectiveTokens({ items, tokens, correlation }: Setting): number {
  return Math.round((items * tokens) / (1 + (tokens - 1) * correlation));
}

/** The right answers, out of n, that guesses alone exceed in at most 2.5 % of tests. */
function countWithinReach({ items, options }: Setting): number {
  const [count = NaN] = binomialQuantiles(items, 1 / options, [tails[1]]);
  return count;
}

/**
 * The size N from which most tests score above the reach of guesses. For independent tokens and open answers
 * it solves (1 − p^L)ⁿ = ½: most tests find a larger model right at least once. The logarithm of its loss is
 * found by halving, to the last bits.
 */
export function smallestSeen(setting: Setting): number {
  const { tokens, correlation, options, slope, items } = setting;
  const reach = countWithinReach(setting);
  let [seen, unseen] = [Math.log(1e-9), Math.log(700)];
  for (let step = 0; step < 50; step += 1) {
    const middle = (seen + unseen) / 2;
    const known = exactMatch(Math.exp(-Math.exp(middle)), tokens, correlation);
    const [median = NaN] = binomialQuantiles(items, addGuesses(known, options), [0.5]);
    if (median > reach) seen = middle;
    else unseen = middle;
  }
  return unitSize * Math.exp(seen) ** (-1 / slope);
}

/**
 * The models of a family, from 10⁷ to 10¹² parameters, and their scores in one test.
 *
 * The answers of a test are independent, so a binomial number of the n is right. The right tokens are a
 * binomial number out of `effectiveTokens`, with probability p. A measured score is the quantile of that
 * distribution at a level that is drawn once for each model: one seed is one test, as lucky for a model in
 * each setting.
 */
export function compareMetrics(setting: Setting): Emergence {
  const { items, options, seed } = setting;
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
    const none = chanceOfNone(addGuesses(point.known, options), items);
    models.push({ ...point, measured, none });
  }
  return {
    curve,
    models,
    floor: 1 / items,
    chance: 1 / options,
    reach: countWithinReach(setting) / items,
    seenFrom: smallestSeen(setting),
  };
}

function scorePoint(size: number, setting: Setting): ModelScore {
  const { tokens, correlation, options, slope, metric } = setting;
  const loss = crossEntropy(size, slope);
  const probability = tokenProbability(size, slope);
  const known = exactMatch(probability, tokens, correlation);
  const expected =
    metric === 'exact-match' ? addGuesses(known, options) : tokenEditDistance(probability, tokens);
  const [low = NaN, high = NaN] = scoreAt(probability, setting, tails).sort((a, b) => a - b);
  return { size, loss, probability, known, expected, low, high };
}

/** The scores of tests that are as good as `levels` say: 0.975 is better than all but 2.5 % of them. */
function scoreAt(probability: number, setting: Setting, levels: readonly number[]): number[] {
  const { tokens, correlation, options, metric, items } = setting;
  if (metric === 'exact-match') {
    const accuracy = addGuesses(exactMatch(probability, tokens, correlation), options);
    return binomialQuantiles(items, accuracy, levels).map((right) => right / items);
  }
  const trials = effectiveTokens(setting);
  return binomialQuantiles(trials, probability, levels).map(
    (right) => (tokens * (trials - right)) / trials,
  );
}
