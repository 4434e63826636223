import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { raise } from '../../lib/raised-signs.ts';
import type { Values } from '../shared/parameter.ts';
import type { EstimatorErrors } from './core.ts';
import { enlargement, heldSigns, shiftedDistribution } from './distribution.ts';
import { estimators, type Estimator } from './estimators.ts';
import type { LearningCurve } from './learning-curve.ts';
import type { parameters } from './parameters.ts';

type Chosen = Values<typeof parameters>;

/** Those whose errors are news: that of zero is 1. */
const listed = estimators.filter((estimator) => estimator !== 'zero');

/** The titles of the panels, before the shift and after it. */
export function panelTitles({ shift, strength, dimension }: Chosen): [string, string] {
  const factor = `× ${short(enlargement(strength))}`;
  const titles: Record<Chosen['shift'], string> = {
    inputs: `Inputs ${factor}`,
    covariance: 'Skewed inputs',
    orthant: `One sign in ${heldSigns(dimension, strength)} of ${dimension} coordinates`,
    weights: `Weights ${factor}`,
  };
  return ['In distribution', strength === 0 ? 'No shift' : titles[shift]];
}

/** The shift in words, after a noun. */
export function describeShift(values: Chosen): string {
  const { shift, strength, dimension } = values;
  if (strength === 0) return 'with no shift';
  const times = `${short(enlargement(strength))} times as large`;
  const { deviations } = shiftedDistribution(values);
  const [first = NaN, last = NaN] = [deviations[0], deviations.at(-1)];
  const held = `${heldSigns(dimension, strength)} of ${dimension} coordinates`;
  const phrases: Record<Chosen['shift'], string> = {
    inputs: `with inputs ${times}`,
    covariance: `with standard deviations of the inputs from ${short(first)} to ${short(last)}`,
    orthant: `with inputs of one sign in ${held}, and a query of any`,
    weights: `with weights ${times}`,
  };
  return phrases[shift];
}

/** The errors after the first number of examples that is at least 2d, and those that no sample shows. */
export function summarize(result: EstimatorErrors, values: Chosen): string {
  const { counts, contexts, training, shifted, overshooting } = result;
  const { dimension, noise, task } = values;
  const n = counts.findIndex((count) => count >= 2 * dimension);
  const errors = listed.map((estimator) => {
    const [before, after] = [training, shifted].map((curves) => spell(curves[estimator], n));
    return `${nameOf(estimator, values)} ${before} and ${after}`;
  });
  return [
    `After ${counts[n] ?? 0} examples of a ${task} task in ${dimension} dimensions the squared error, a mean over ` +
      `${contexts} contexts and relative to that of answering zero, is in distribution and ${describeShift(values)}: ${errors.join(', ')}.`,
    ...describeDescent(overshooting, [training, shifted].some(hasUnknownMean)),
    ...(noise > 0
      ? [`Within one example of N = ${dimension}, least squares has no finite mean.`]
      : []),
  ].join(' ');
}

/** One sentence or none: where the step is too long in at least one of a hundred contexts, and the mean. */
function describeDescent(overshooting: number, isRuled: boolean): string[] {
  const share = Math.round(100 * overshooting);
  const tooLong = `The fixed step of descent is too long in up to ${share} % of the shifted contexts`;
  const ruled = 'where its line is thin, a median, rare contexts rule its mean';
  if (share === 0) return isRuled ? [`Of descent, ${ruled}.`] : [];
  return [isRuled ? `${tooLong}, and ${ruled}.` : `${tooLong}.`];
}

function hasUnknownMean({ descent }: EstimatorErrors['shifted']): boolean {
  return descent.means.some(Number.isNaN);
}

/**
 * The numbers of both panels, each mean with half the width of its 95 % interval where it has one, and no
 * digit finer than that.
 */
export function listErrors(
  { counts, training, shifted }: EstimatorErrors,
  values: Chosen,
): DataTable {
  const [before, after] = panelTitles(values);
  const rows = [
    { title: before, curves: training },
    { title: after, curves: shifted },
  ].flatMap(({ title, curves }) =>
    counts.map((count, n) => [
      title,
      count,
      ...listed.flatMap((estimator) => {
        const { means, halfWidths } = curves[estimator];
        const [mean = NaN, half = NaN] = [means[n], halfWidths[n]];
        return mean < huge || Number.isNaN(mean)
          ? [round(mean, digitsOf(mean, half, 4)), round(half, 2)]
          : [shorten(mean, 1), NaN];
      }),
      shorten(curves.descent.medians?.[n] ?? NaN, 2),
    ]),
  );
  return {
    columns: [
      'Tasks',
      'Examples N',
      ...listed.flatMap((estimator) => {
        const name = capitalize(nameOf(estimator, values));
        return [name, `${name} ± (95 %)`];
      }),
      `Median of ${nameOf('descent', values)}`,
    ],
    rows,
  };
}

function nameOf(estimator: Estimator, { steps, stored }: Chosen): string {
  const names: Record<Estimator, string> = {
    ridge: 'ridge',
    squares: 'least squares',
    descent: steps === 1 ? '1 step of descent' : `${steps} steps of descent`,
    table: stored === 0 ? 'a table of 1 task' : `a table of ${2 ** stored} tasks`,
    nearest: 'three nearest neighbours',
    zero: 'zero',
  };
  return names[estimator];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Errors from here on are said by their power of ten alone. */
const huge = 1e4;

/** An error in a sentence: the mean in two digits at most, or else the median in one. */
function spell({ means, halfWidths, medians }: LearningCurve, n: number): string {
  const [mean = NaN, half = NaN, median = NaN] = [means[n], halfWidths[n], medians?.[n]];
  return Number.isNaN(mean) ? `a median of ${say(median, 1)}` : say(mean, digitsOf(mean, half, 2));
}

/** How many digits of a mean are no finer than its interval; one where it has none. */
function digitsOf(mean: number, half: number, most: number): number {
  if (Number.isNaN(half)) return 1;
  const finest = Math.floor(Math.log10(mean)) - Math.floor(Math.log10(half)) + 1;
  return mean > 0 && half > 0 ? Math.max(1, Math.min(most, finest)) : most;
}

function say(value: number, digits: number): string {
  const shortened = shorten(value, digits);
  return typeof shortened === 'number' ? formatNumber(shortened) : shortened;
}

/** A number with so many digits, or a power of ten that it exceeds. */
function shorten(value: number, digits: number): number | string {
  return value >= huge && value < Infinity
    ? `more than 10${raise(Math.floor(Math.log10(value)))}`
    : round(value, digits);
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function short(value: number): string {
  return formatNumber(round(value, 2));
}
