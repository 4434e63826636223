import { mixingNames, mixings } from '../../lib/mixing.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear, type Scale } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, round, words } from '../shared/svg.ts';
import { changes, type Change } from './changes.ts';
import type { Moves } from './core.ts';
import { changeNames, formatAngle } from './text.ts';

/** The room of the names, and that of the angles in numbers. */
const [left, right] = [86, 36];

/** The heights of a heading, a row, and the gap below a group. */
const [head, row, gap] = [20, 15, 7];

/** The largest angle of the axis; the end of an interval beyond it is cut. */
const most = 110;

const shown = changes.filter((change) => change !== 'another');

/** The height of the panel: one group for each change. */
export const turnsHeight = shown.length * (head + mixings.length * row + gap) + 36;

/** The angle by which each change turns the embedding, a dot with its interval for each architecture. */
export function drawTurns(moves: Moves, width: number): Panel {
  const x = scaleLinear([0, most], [left, width - right]);
  const bottom = turnsHeight - 36;
  return {
    title: 'How far the embedding turns',
    description: `Four groups of six dots with 95 % intervals: the angle between the embeddings of a passage before and after a change, for ${shown.map((change) => changeNames[change].title.toLowerCase()).join(', ')}. A dashed line marks the angle where nothing is mixed.`,
    width,
    height: turnsHeight,
    svg: [
      ...[0, 45, 90].map((tick) => drawTick(tick, x, bottom)),
      words('degrees', { class: 'axis-name', x: 0, y: bottom + 17 }),
      words('90° = unrelated', {
        class: 'axis-name',
        x: width,
        y: bottom + 33,
        'text-anchor': 'end',
      }),
      ...shown.map((change, index) => {
        const top = index * (head + mixings.length * row + gap);
        return drawGroup(moves, change, { x, top, width });
      }),
    ].join(''),
  };
}

function drawTick(tick: number, x: Scale, bottom: number): string {
  const at = round(x(tick));
  return [
    element('path', { class: 'hairline', d: `M${at} 0V${bottom}` }),
    words(`${tick}°`, { x: at, y: bottom + 17, 'text-anchor': 'middle' }),
  ].join('');
}

/** A change: its name, a row for each architecture, and a line where nothing is mixed. */
function drawGroup(
  { turns, unmixed }: Moves,
  change: Change,
  { x, top, width }: { x: Scale; top: number; width: number },
): string {
  const plain = unmixed[change].mean;
  const { title } = changeNames[change];
  const line = round(x(plain));
  const rows = mixings.map((mixing, index) => {
    const { mean, halfWidth } = turns[mixing][change];
    const { hue, marker } = seriesStyle(index);
    const y = top + head + (index + 0.5) * row;
    const [from, to] = [Math.max(mean - halfWidth, 0), Math.min(mean + halfWidth, most)];
    return [
      words(mixingNames[mixing].short, { class: 'quiet', x: 0, y: y + 4 }),
      element('path', { class: `stroke-${hue}`, d: `M${round(x(from))} ${y}H${round(x(to))}` }),
      element('path', {
        class: `fill-${hue}`,
        transform: `translate(${round(x(mean))} ${y})`,
        d: marker,
      }),
      words(`${formatAngle(mean)}°`, { x: width, y: y + 4, 'text-anchor': 'end' }),
    ].join('');
  });
  return [
    words(title, { class: 'haloed', x: 0, y: top + 14 }),
    element('path', {
      class: 'axis',
      'stroke-dasharray': '4 3',
      d: `M${line} ${top + head - 2}v${mixings.length * row + 2}`,
    }),
    plain < 1e-6
      ? ''
      : words(`unmixed: ${formatAngle(plain)}°`, {
          class: 'axis-name haloed',
          x: Math.max(line, title.length * 7.2 + 10),
          y: top + 14,
        }),
    ...rows,
  ].join('');
}
