import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { sizes, tokenProbability, type Metric, type Emergence, type Setting } from './core.ts';

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

export function summarize({ curve, floor, seenFrom }: Emergence, setting: Setting): string {
  const { metric, tokens, slope } = setting;
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [formatSize(first.size), formatSize(last.size)];
  const answers = `answers of ${tokens} ${tokens === 1 ? 'token' : 'tokens'}`;
  const test = `a test of ${group(setting.items)} ${answers}`;
  const percent = (size: number) => `${brief(100 * tokenProbability(size, slope), 100)}\u00a0%`;
  const range = (a: number, b: number, most = 1) => `${brief(a, most)} to ${brief(b, most)}`;
  const seen =
    seenFrom > 10 ** sizes.to
      ? `more likely than not shows none right up to ${to}, where ${percent(last.size)} of tokens are right`
      : seenFrom < 10 ** sizes.from
        ? `more likely than not shows a right one from ${from} on`
        : `more likely than not shows none right below ${formatSize(seenFrom)}, where ${percent(seenFrom)} of tokens are right already`;
  return metric === 'exact-match'
    ? `From ${from} to ${to} parameters, the probability of a right token goes smoothly from ${range(first.probability, last.probability)}. By exact match, ${test} ${seen}; the least score above 0 that it can give is ${formatNumber(floor)}.`
    : `From ${from} to ${to} parameters, the expected number of wrong tokens goes smoothly from ${range(first.expected, last.expected, tokens)} of ${tokens}, as the probability of a right one goes from ${range(first.probability, last.probability)}. By exact match, ${test} ${seen}.`;
}

/** A row for each model. */
export function tabulate({ models }: Emergence, metric: Metric): DataTable {
  const { noun, label } = metricNames[metric];
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  return {
    columns: [
      'Parameters N',
      'Loss (nats per token)',
      'Probability of a right token p',
      `${name}, expected (${label})`,
      'Lower end of the band of at least 95 % of tests',
      'Upper end of the band of at least 95 % of tests',
      'Measured in one test',
      'Probability that no answer is right',
    ],
    rows: models.map(({ size, loss, probability, expected, low, high, measured, none }) => [
      size,
      loss,
      probability,
      expected,
      low,
      high,
      measured,
      none,
    ]),
  };
}

/** A whole number with a comma before each three digits from the end. */
function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
