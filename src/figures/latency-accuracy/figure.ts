import type { Measurement } from './measurement.ts';
import {
  panelWidths,
  type DataTable,
  type InteractiveFigure,
} from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { rankMeasurements, type Ranking } from './core.ts';
import { listPoints, parameters } from './parameters.ts';
import { drawMeasurements } from './view.ts';

/** The measurements of an author: which architectures are worth their latency, and which are not. */
export const latencyAccuracy: InteractiveFigure<
  typeof parameters,
  Ranking,
  readonly Measurement[]
> = {
  lookAt:
    'The steps are the frontier: nothing that was measured is both faster and more accurate than what lies on it.',
  mark: 'Drawn from the author’s table',
  provenance:
    'Drawn from the table that the author of this page put beside it. What is dominated is told by the ' +
    'values alone (Ehrgott 2005, §2.1). The intervals are marginal, each of one measurement alone: where they ' +
    'overlap, that is not sure, and a comparison query by query may still tell.',
  parameters,
  listParameters: listPoints,
  compute: (_, measurements) => rankMeasurements(measurements),
  draw: (result, { axis, point }, _, width = panelWidths.wide) => ({
    panels: [drawMeasurements(result, { isLogarithmic: axis === 'logarithmic', point }, width)],
    summary: summarize(result) + sayPoint(result.frontier, point),
    table: tabulate(result),
  }),
};

function summarize({ ranked, frontier }: Ranking): string {
  const dominated = ranked.length - frontier.length;
  const unsure = ranked.filter(({ overlaps }) => overlaps !== undefined).length;
  const first = `${count(frontier.length, 'measurement')} of ${ranked.length} ${frontier.length === 1 ? 'is' : 'are'} on the frontier${sayEnds(frontier)}.`;
  const second = ` ${count(dominated, 'other')} ${dominated === 1 ? 'is' : 'are'} dominated: one that is no slower is at least as accurate.`;
  const third = ` Of ${unsure}, half filled, the interval overlaps with that of one on the frontier that is no slower: whether ${unsure === 1 ? 'it is' : 'they are'} dominated is not sure.`;
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

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function tabulate({ ranked }: Ranking): DataTable {
  return {
    columns: [
      'Architecture',
      'Latency (ms)',
      'NDCG@10',
      'Low',
      'High',
      'Dominated by',
      'Overlaps with',
    ],
    rows: ranked.map(({ architecture, latency, ndcg, interval, dominatedBy, overlaps }) => [
      architecture,
      latency,
      ndcg,
      interval?.[0] ?? '–',
      interval?.[1] ?? '–',
      dominatedBy?.architecture ?? 'none: on the frontier',
      overlaps?.architecture ?? '–',
    ]),
  };
}
