import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { subtract, type RankedMeasurement, type Ranking } from './core.ts';
import type { Difference, Measurement } from './measurement.ts';

/** The differences that the summary lists; the table has all. */
const mostListed = 4;

/** The measurement that others are compared with, by its place in the table; nothing without scores of queries. */
export function findReference({ ranked }: Ranking, place: number): RankedMeasurement | undefined {
  if (ranked.length < 2) return undefined;
  return ranked.find(({ differences }) => differences?.length === place - 1);
}

/** A difference with its sign, to three decimals. */
export function formatDifference(mean: number): string {
  const rounded = Number(mean.toFixed(3));
  return `${rounded > 0 ? '+' : ''}${formatNumber(rounded)}`;
}

/** Of the first ranking, with its point and its reference, and of the classes of lengths the best. */
export function summarize(
  [first, ...classes]: readonly [Ranking, ...Ranking[]],
  point: number,
  reference: Measurement | undefined,
): string {
  return [
    summarizeRanking(first),
    sayPoint(first.frontier, point),
    reference === undefined ? '' : sayDifferences(first, reference),
    sayClasses(classes),
  ].join('');
}

function summarizeRanking({ ranked, frontier, length }: Ranking): string {
  const dominated = ranked.length - frontier.length;
  const unsure = ranked.filter(({ overlaps }) => overlaps !== undefined).length;
  const isPaired = ranked.some(({ queries }) => queries !== undefined);
  const texts = length === undefined ? '' : ` of length ${length}`;
  const first = `${count(frontier.length, 'measurement')} of ${ranked.length}${texts} ${frontier.length === 1 ? 'is' : 'are'} on the frontier${sayEnds(frontier)}.`;
  const second = ` ${count(dominated, 'other')} ${dominated === 1 ? 'is' : 'are'} dominated: one that is no slower is at least as accurate.`;
  const reason = isPaired
    ? 'the paired difference from one on the frontier that is no slower can be 0'
    : 'the interval overlaps with that of one on the frontier that is no slower';
  const third = ` Of ${unsure}, half filled, ${reason}: whether ${unsure === 1 ? 'it is' : 'they are'} dominated is not sure.`;
  return first + (dominated > 0 ? second : '') + (unsure > 0 ? third : '');
}

/** The measurement at a point of the frontier, and its gain on the one before it; the first is named as its beginning. */
function sayPoint(frontier: readonly Measurement[], point: number): string {
  const [before, here] = [frontier[point - 2], frontier[point - 1]];
  if (before === undefined || here === undefined) return '';
  const gain = formatNumber(here.ndcg - before.ndcg);
  const price = formatNumber(here.latency - before.latency);
  return ` Point ${point} is ${here.architecture}, ${formatNumber(here.ndcg)} at ${formatNumber(here.latency)} ms: ${gain} more than ${before.architecture}, for ${price} ms more.`;
}

/** Where the frontier begins and ends; those on it that are equal are at one place. */
function sayEnds(frontier: readonly Measurement[]): string {
  const [first, last] = [frontier[0], frontier.at(-1)];
  if (first === undefined || last === undefined) return '';
  const place = ({ latency, ndcg }: Measurement) =>
    `at ${formatNumber(latency)} ms (NDCG@10 ${formatNumber(ndcg)})`;
  if (frontier.length === 1) return `: ${first.architecture} ${place(first)}`;
  return first.latency === last.latency
    ? `, equal: all ${place(first)}`
    : `, from ${first.architecture} ${place(first)} to ${last.architecture} ${place(last)}`;
}

/** The paired differences from a measurement. */
function sayDifferences({ ranked }: Ranking, reference: Measurement): string {
  const found = ranked.flatMap((one) => {
    const difference = subtract(one, reference);
    return difference ? [`${one.architecture} ${sayDifference(difference)}`] : [];
  });
  const rest = found.length - mostListed;
  const more = rest > 0 ? `; ${count(rest, 'other')} in the table` : '';
  return ` Minus ${reference.architecture}, paired over ${count(Number(reference.queries), 'query')}: ${found.slice(0, mostListed).join('; ')}${more}.`;
}

function sayDifference({ mean, interval }: Difference): string {
  const [low, high] = interval ?? [];
  const ends =
    low === undefined || high === undefined
      ? ''
      : ` (${formatDifference(low)} to ${formatDifference(high)})`;
  return formatDifference(mean) + ends;
}

/** The most accurate of each class of lengths. */
function sayClasses(classes: readonly Ranking[]): string {
  const best = classes.flatMap(({ frontier, length = '' }) => {
    const last = frontier.at(-1);
    return last ? [`${last.architecture} (${length})`] : [];
  });
  return best.length === 0 ? '' : ` The most accurate by length: ${best.join(', ')}.`;
}

function count(number: number, noun: string): string {
  const plural = noun.replace(/y$/, 'ie');
  return `${number} ${number === 1 ? noun : `${plural}s`}`;
}

/** A row for each measurement, with its length where there are classes, and its paired difference where there are scores. */
export function tabulate(all: readonly Ranking[], place: number): DataTable {
  const measured = all.flatMap(({ ranked }) => ranked);
  const hasLengths = measured.some(({ length }) => length !== undefined);
  const reference = all[0] && findReference(all[0], place)?.architecture;
  const isPaired = measured.some(({ queries }) => queries !== undefined);
  return {
    columns: [
      'Architecture',
      ...(hasLengths ? ['Length'] : []),
      'Latency (ms)',
      ...(isPaired ? ['Queries'] : []),
      'NDCG@10',
      'Low (marginal)',
      'High (marginal)',
      ...(reference === undefined ? [] : [`Minus ${reference}`, 'Low (paired)', 'High (paired)']),
      'Dominated by',
      isPaired ? 'Not told apart from' : 'Overlaps with',
    ],
    rows: all.flatMap((ranking) => {
      const compared = findReference(ranking, place);
      return ranking.ranked.map((one) => {
        const difference = compared && subtract(one, compared);
        return [
          one.architecture,
          ...(hasLengths ? [one.length ?? 'all'] : []),
          one.latency,
          ...(isPaired ? [one.queries ?? '–'] : []),
          one.ndcg,
          one.interval?.[0] ?? '–',
          one.interval?.[1] ?? '–',
          ...(reference === undefined
            ? []
            : [
                difference?.mean ?? '–',
                difference?.interval?.[0] ?? '–',
                difference?.interval?.[1] ?? '–',
              ]),
          one.dominatedBy?.architecture ?? 'none: on the frontier',
          one.overlaps?.architecture ?? '–',
        ];
      });
    }),
  };
}
