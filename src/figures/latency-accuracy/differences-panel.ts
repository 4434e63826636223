import { axisHeight } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, words } from '../shared/svg.ts';
import { subtract, type Ranking } from './core.ts';
import type { Measurement } from './measurement.ts';
import { cut } from './view.ts';
import { formatDifference } from './words.ts';

/** The rows that are shown; the table has all. */
const mostRows = 12;
const [top, rowHeight] = [10, 34];

/** Of each architecture the paired difference from another, with its interval: a row for each, the fastest first. */
export function drawDifferences({ ranked }: Ranking, reference: Measurement, width: number): Panel {
  const found = ranked.flatMap(({ architecture, ...one }) => {
    const difference = subtract({ architecture, ...one }, reference);
    return difference ? [{ architecture, ...difference }] : [];
  });
  const rows = found.slice(0, mostRows);
  const ends = found.flatMap(({ mean, interval = [] }) => [mean, ...interval]);
  const [first, last] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const margin = Math.max((last - first) * 0.06, 0.001);
  const x = scaleLinear([first - margin, last + margin], [22, width - 22]);
  const print = x.tickFormat(4);
  const bottom = top + rows.length * rowHeight + 6;
  const hidden = found.length - rows.length;
  return {
    title: `NDCG@10 minus that of ${cut(reference.architecture)}`,
    description: `A dot for each architecture: the mean over queries of its NDCG@10 minus that of ${reference.architecture}, and as a bar its paired interval. A line marks 0. Dots are filled where the interval does not have 0 in it.${hidden > 0 ? ` ${hidden} more are in the table.` : ''}`,
    width,
    height: bottom + axisHeight,
    svg: [
      ...x.ticks(4).map((tick) => {
        const at = x(tick);
        const d = `M${at.toFixed(1)} ${top}V${bottom}`;
        return (
          element('path', { class: 'hairline', d }) +
          words(print(tick), { x: at, y: bottom + 17, 'text-anchor': 'middle' })
        );
      }),
      element('path', { class: 'stroke-ink', d: `M${x(0).toFixed(1)} ${top}V${bottom}` }),
      words('difference of NDCG@10', {
        class: 'axis-name',
        x: width,
        y: bottom + 35,
        'text-anchor': 'end',
      }),
      ...rows.map(({ architecture, mean, interval }, index) => {
        const [least, most] = interval ?? [mean, mean];
        const [y, low, high] = [top + index * rowHeight + 25, x(least), x(most)];
        const isApart = interval !== undefined && (least > 0 || most < 0);
        const bar = `M${low.toFixed(1)} ${y}H${high.toFixed(1)}m0-3v6M${low.toFixed(1)} ${y - 3}v6`;
        return [
          words(cut(architecture), { class: 'haloed', x: 0, y: y - 9 }),
          words(formatDifference(mean), {
            class: 'quiet haloed',
            x: width,
            y: y - 9,
            'text-anchor': 'end',
          }),
          element('path', { class: 'stroke-ink', d: bar }),
          element('circle', {
            class: isApart ? 'fill-1 stroke-paper' : 'fill-paper stroke-ink',
            cx: x(mean),
            cy: y,
            r: 4,
          }),
        ].join('');
      }),
    ].join(''),
  };
}
