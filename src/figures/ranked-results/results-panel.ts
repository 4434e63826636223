import type { Panel } from '../shared/interactive-figure.ts';
import { element, words } from '../shared/svg.ts';
import type { Ranking, RankedResult } from './core.ts';
import { findRow, rows, scanOrder, scanResult } from './rows.ts';

/** The columns, in units of the panel. The handle has the room before the ranks. */
const columns = { handle: 13, rank: 48, name: 58, grade: 74, bars: 106 } as const;

/** The room of the numbers at the right. */
const margin = 44;

/** The results at their ranks, each with the area that is its gain by its discount. */
export function drawResults(ranking: Ranking, width: number): Panel {
  const { results, chosen, dcg, ideal, ndcg } = ranking;
  const most = Math.max(...results.map(({ gain }) => gain));
  const scale = (width - margin - columns.bars) / most;
  const head = (text: string, x: number, anchor?: string) =>
    words(text, { class: 'axis-name', x, y: rows.top - 10, 'text-anchor': anchor });
  const legend = rows.bottom + 42;
  return {
    title: 'Gain × discount at each rank',
    description: `Ten results, one in each row, with their ranks and grades. The width of an area is the gain, its height the discount at the rank. Outlines are those of the ideal order.`,
    width,
    height: legend + 8,
    svg: [
      element('rect', {
        class: 'fill-marked',
        x: 0,
        y: rows.top + chosen * rows.height,
        width,
        height: rows.height,
      }),
      head('rank', columns.rank, 'end'),
      head('grade', columns.name),
      head('gain × discount', columns.bars),
      head('adds', width, 'end'),
      ...results.map((result) => drawResult(result, scale, width)),
      element('path', { class: 'axis', d: `M0 ${rows.bottom}H${width}` }),
      words(`DCG ${dcg.toFixed(2)} of ${ideal.toFixed(2)}: NDCG@10 ${ndcg.toFixed(3)}`, {
        x: width,
        y: rows.bottom + 20,
        'text-anchor': 'end',
      }),
      element('rect', { class: 'fill-accent', x: 0, y: legend - 9, width: 18, height: 9 }),
      words('this order', { class: 'quiet', x: 24, y: legend }),
      element('rect', { class: 'axis', x: 118, y: legend - 9, width: 18, height: 9 }),
      words('ideal order', { class: 'quiet', x: 142, y: legend }),
    ].join(''),
    scan: {
      y: scanOrder(ranking),
      across: scanResult(ranking),
      press: { y: scanResult(ranking) },
      at: [columns.handle, findRow(chosen)],
    },
  };
}

function drawResult(
  { rank, name, grade, gain, discount, idealGain }: RankedResult,
  scale: number,
  width: number,
): string {
  const middle = findRow(rank - 1);
  const height = (rows.height - 6) * discount;
  const area = (gain: number, kind: string) =>
    gain === 0
      ? ''
      : element('rect', {
          class: kind,
          x: columns.bars,
          y: middle - height / 2,
          width: gain * scale,
          height,
        });
  const y = middle + 4;
  return [
    area(gain, 'fill-accent'),
    area(idealGain, 'axis'),
    words(rank, { class: 'quiet', x: columns.rank, y, 'text-anchor': 'end' }),
    words(name, { x: columns.name, y }),
    words(grade, { x: columns.grade, y }),
    words((gain * discount).toFixed(2), { x: width, y, 'text-anchor': 'end' }),
  ].join('');
}
