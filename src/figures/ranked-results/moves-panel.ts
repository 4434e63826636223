import { axisHeight } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import type { Ranking } from './core.ts';
import { findRow, rows, scanOrder, scanResult } from './rows.ts';
import { formatChange } from './text.ts';

/** The score that the order has with the chosen result at each rank, the others as they are. */
export function drawMoves(ranking: Ranking, width: number): Panel {
  const { moves, chosen, ndcg, results } = ranking;
  const name = results[chosen]?.name ?? '';
  const [left, right] = [40, width - 62];
  const scores = moves.map((move) => move.ndcg);
  const least = Math.max(0, Math.floor(Math.min(...scores) * 10 - 0.2) / 10);
  const scale = scaleLinear([least, 1], [left + 8, right - 8]);
  const print = scale.tickFormat(4);
  const points = scores.map((score, index): PanelPoint => [scale(score), findRow(index)]);
  const here = points[chosen] ?? [left, rows.top];
  return {
    title: `NDCG@10 with result ${name} at each rank`,
    description: `A point for each rank at which result ${name} could stand, the others in their order: across, the score from ${print(least)} to 1. At the right, the change from the present score.`,
    width,
    height: rows.bottom + axisHeight,
    svg: [
      element('rect', {
        class: 'fill-marked',
        x: 0,
        y: rows.top + chosen * rows.height,
        width,
        height: rows.height,
      }),
      ...scale.ticks(4).map((tick) => {
        const x = scale(tick);
        return (
          element('path', { class: 'hairline', d: `M${x.toFixed(1)} ${rows.top}V${rows.bottom}` }) +
          words(print(tick), { x, y: rows.bottom + 17, 'text-anchor': 'middle' })
        );
      }),
      words('rank', { class: 'axis-name', x: 0, y: rows.top - 10 }),
      words('change', { class: 'axis-name', x: width, y: rows.top - 10, 'text-anchor': 'end' }),
      element('path', { class: 'axis', d: `M0 ${rows.bottom}H${width}` }),
      words('NDCG@10', {
        class: 'axis-name',
        x: right,
        y: rows.bottom + 35,
        'text-anchor': 'end',
      }),
      element('path', { class: 'curve stroke-accent', d: line(points) }),
      ...moves.map((move, index) => {
        const [x, y] = points[index] ?? here;
        const isHere = index === chosen;
        return [
          element('circle', {
            class: isHere ? 'fill-ink' : 'fill-paper stroke-accent',
            cx: x,
            cy: y,
            r: 4,
          }),
          words(index + 1, { class: 'quiet', x: 24, y: y + 4, 'text-anchor': 'end' }),
          words(isHere ? 'here' : formatChange(move.ndcg - ndcg), {
            x: width,
            y: y + 4,
            'text-anchor': 'end',
          }),
        ].join('');
      }),
    ].join(''),
    scan: { y: scanOrder(ranking), across: scanResult(ranking), at: [...here] },
  };
}
