import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import {
  crossEntropy,
  sizes,
  tokenProbability,
  type Metric,
  type Emergence,
  type Setting,
} from './core.ts';

/** The quantity along which the models stand. */
export type Against = 'size' | 'loss';

/** The coverage of the bands: only that of correlated tokens is an approximation. */
export function nameBand({ metric, tokens, correlation }: Setting): string {
  const isExact =
    metric === 'exact-match' || tokens === 1 || correlation === 0 || correlation === 1;
  return isExact ? 'at least 95 %' : 'about 95 %';
}

/** The name of a metric, and the power of ten from which a logarithmic axis shows it. */
export const metricNames: Readonly<Record<Metric, { noun: string; label: string; least: number }>> =
  {
    'exact-match': { noun: 'exact match', label: 'accuracy', least: -6 },
    'edit-distance': { noun: 'token edit distance', label: 'wrong tokens', least: -4 },
  };

const units = ['', 'K', 'M', 'B', 'T'];

/** A number of parameters as it is usual to write it, with two digits: 26M, 1.8B. */
export function formatSize(size: number): string {
  const rounded = Number(size.toPrecision(2));
  const power = Math.min(Math.max(Math.floor(Math.log10(rounded) / 3), 0), units.length - 1);
  return `${formatNumber(rounded / 1000 ** power)}${units[power]}`;
}

/** A value with two digits, or with as many as tell it from `most`. */
function brief(value: number, most: number): string {
  let digits = 2;
  while (digits < 16 && value !== most && Number(value.toPrecision(digits)) === most) digits += 1;
  return digits === 2 ? formatNumber(Number(value.toPrecision(2))) : value.toPrecision(digits);
}

export function summarize(result: Emergence, setting: Setting, against: Against): string {
  const { curve, floor, chance, reach, seenFrom } = result;
  const { metric, tokens, correlation, options, slope } = setting;
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return '';
  const place = (size: number) =>
    against === 'size' ? formatSize(size) : `a loss of ${brief(crossEntropy(size, slope), 0)}`;
  const [from, to] = [place(first.size), place(last.size)];
  const ends = `From ${from} to ${to}${against === 'size' ? ' parameters' : ''}`;
  const relation = correlation > 0 && tokens > 1 ? ` (ρ = ${correlation})` : '';
  const answers = `answers of ${tokens} ${tokens === 1 ? 'token' : 'tokens'}${relation}`;
  const test = `a test of ${group(setting.items)} ${answers}`;
  const percent = (size: number) => `${brief(100 * tokenProbability(size, slope), 100)}\u00a0%`;
  const range = (a: number, b: number, most = 1) => `${brief(a, most)} to ${brief(b, most)}`;
  const [below, upTo] = against === 'size' ? ['below', 'up to'] : ['above', 'down to'];
  const [unseen, isSeen] =
    chance > 0
      ? ['scores no more than guesses can', 'scores more than guesses can']
      : ['shows none right', 'shows a right one'];
  const seen =
    seenFrom > 10 ** sizes.to
      ? `more likely than not ${unseen} ${upTo} ${to}, where ${percent(last.size)} of tokens are right`
      : seenFrom < 10 ** sizes.from
        ? `more likely than not ${isSeen} from ${from} on`
        : `more likely than not ${unseen} ${below} ${place(seenFrom)}, where ${percent(seenFrom)} of tokens are right already`;
  const least =
    chance > 0
      ? `guesses among ${options} options score ${formatNumber(chance)} on average, and at most ${formatNumber(reach)} in 97.5\u00a0% of tests`
      : `the least score above 0 that it can give is ${formatNumber(floor)}`;
  return metric === 'exact-match'
    ? `${ends}, the probability of a right token goes smoothly from ${range(first.probability, last.probability)}. By exact match, ${test} ${seen}; ${least}.`
    : `${ends}, the expected number of wrong tokens goes smoothly from ${range(first.expected, last.expected, tokens)} of ${tokens}, as the probability of a right one goes from ${range(first.probability, last.probability)}. By exact match, ${test} ${seen}.`;
}

/** A row for each model. */
export function tabulate({ models, chance }: Emergence, setting: Setting): DataTable {
  const { noun, label } = metricNames[setting.metric];
  const isGuessed = chance > 0 && setting.metric === 'exact-match';
  const band = nameBand(setting);
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  return {
    columns: [
      'Parameters N',
      'Loss (nats per token)',
      'Probability of a right token p',
      `${name}, expected (${label})`,
      ...(isGuessed ? ['Corrected for guessing'] : []),
      `Lower end of the band of ${band} of tests`,
      `Upper end of the band of ${band} of tests`,
      'Measured in one test',
      'Probability that no answer is right',
    ],
    rows: models.map((model) => [
      model.size,
      model.loss,
      model.probability,
      model.expected,
      ...(isGuessed ? [model.known] : []),
      model.low,
      model.high,
      model.measured,
      model.none,
    ]),
  };
}

/** A whole number with a comma before each three digits from the end. */
function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
