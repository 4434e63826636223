import { axisHeight } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import type { Values } from '../shared/parameter.ts';
import { scaleLinear, type Scale } from '../shared/scale.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, words } from '../shared/svg.ts';
import type { Circuits, Probe } from './core.ts';
import { modelNames, sites } from './names.ts';
import type { parameters } from './parameters.ts';
import { models } from './settings.ts';

/** The room of the names at the left and of the key above, and the heights of a layer’s name and of a row. */
const [left, top, nameHeight, rowHeight, barHeight] = [82, 24, 18, 27, 9];

/** Shares beyond these are drawn at the edge. */
const span = [-0.25, 1.25] as const;

/**
 * For each component, and all of each layer, the share of the change that its patch makes: two bars, one for each
 * transformer.
 */
export function drawPatches(
  result: Probe,
  { direction, pair }: Values<typeof parameters>,
  width: number,
): Panel {
  const { effects, pairs } = result;
  const x = scaleLinear(span, [left, width - 8]);
  const rows = placeRows();
  const bottom = (rows.at(-1)?.y ?? top) + rowHeight + 4;
  const isDenoised = direction === 'denoise';
  const [verb, label] = isDenoised
    ? ['restores', 'share of the change restored']
    : ['undoes', 'share of the change undone'];
  return {
    title: isDenoised
      ? 'Clean activations in the corrupted run'
      : 'Corrupted activations in the clean run',
    description:
      `Bars in eight rows, for the heads, the MLP and all of each of two layers: the share of the change between the two ` +
      `predictions that a patch there ${verb}, as a mean over ${pairs} pairs of prompts, and as a mark for pair ${pair}. ` +
      `In each row the upper bar is the transformer trained on ${modelNames.few}, the lower one that on ${modelNames.many}. ` +
      'An arrow at an edge stands for a mark beyond it.' +
      ('circuits' in result
        ? ' Dots at the left mark the components of the smallest circuits.'
        : ''),
    width,
    height: bottom + axisHeight,
    svg: [
      drawKey(pair),
      ...[0, 0.5, 1].map((tick) => drawTick(x(tick), tick, bottom)),
      'circuits' in result
        ? drawMember(4, bottom + 31, 'ink') +
          words('in circuit', { class: 'quiet', x: 14, y: bottom + 35 })
        : '',
      words(label, { class: 'axis-name', x: width - 8, y: bottom + 35, 'text-anchor': 'end' }),
      ...rows.map(({ y, layer, part, components, index }) =>
        [
          part === 'head 1' ? words(`layer ${layer}`, { class: 'axis-name', x: 0, y: y - 4 }) : '',
          words(part, { x: left - 20, y: y + 15, 'text-anchor': 'end' }),
          'circuits' in result ? drawMembers(result.circuits, components, y) : '',
          ...models.map((model, order) =>
            drawShare(x, {
              mean: effects[model].means[index] ?? NaN,
              chosen: effects[model].chosen[index] ?? NaN,
              y: placeBar(y, order),
              order,
            }),
          ),
        ].join(''),
      ),
    ].join(''),
  };
}

function placeRows() {
  return sites.map((site, index) => ({
    ...site,
    index,
    y: top + site.layer * nameHeight + index * rowHeight,
  }));
}

function drawKey(pair: number): string {
  const parts = [
    ...models.map((model, order) => ({
      sign: element('rect', { class: `fill-${order + 1}`, width: barHeight, height: barHeight }),
      text: modelNames[model],
    })),
    {
      sign: element('path', {
        class: 'fill-paper stroke-ink',
        transform: `translate(4 ${barHeight / 2})`,
        d: seriesStyle(0).marker,
      }),
      text: `pair ${pair}`,
    },
  ];
  let from = 0;
  return parts
    .map(({ sign, text }) => {
      const at = from;
      from += 26 + 7.2 * text.length;
      return (
        element('g', { transform: `translate(${at} 3)` }, sign) +
        words(text, { class: 'quiet', x: at + 14, y: 12 })
      );
    })
    .join('');
}

function drawTick(x: number, tick: number, bottom: number): string {
  return (
    element('path', {
      class: tick === 0 ? 'axis' : 'hairline',
      d: `M${x.toFixed(1)} ${top}V${bottom}`,
    }) + words(String(tick), { x, y: bottom + 17, 'text-anchor': 'middle' })
  );
}

/** Marks beside the bars of a component, where it belongs to the smallest circuit of a transformer. */
function drawMembers(circuits: Circuits, components: readonly number[], y: number): string {
  const [component] = components;
  if (component === undefined || components.length > 1) return '';
  return models
    .map((model, order) =>
      circuits[model].smallest.kept.includes(component)
        ? drawMember(left - 10, placeBar(y, order) + barHeight / 2, order + 1)
        : '',
    )
    .join('');
}

function drawMember(cx: number, cy: number, hue: number | 'ink'): string {
  return element('circle', { class: `fill-${hue}`, cx, cy, r: 3.5 });
}

function placeBar(y: number, order: number): number {
  return y + 2 + order * (barHeight + 2);
}

/** A bar from 0 to the mean, and a mark where the chosen pair is; an arrow at the edge where that is beyond it. */
function drawShare(
  x: Scale,
  { mean, chosen, y, order }: { mean: number; chosen: number; y: number; order: number },
): string {
  const keep = (share: number) => Math.min(Math.max(share, span[0]), span[1]);
  const [from, to] = [x(Math.min(0, keep(mean))), x(Math.max(0, keep(mean)))];
  const isWithin = chosen === keep(chosen);
  const sign = chosen < 0 ? -1 : 1;
  const marker = isWithin
    ? seriesStyle(order).marker
    : `M${-4 * sign}-4L${2 * sign} 0L${-4 * sign} 4z`;
  return [
    element('rect', {
      class: `fill-${order + 1}`,
      x: from,
      y,
      width: to - from,
      height: barHeight,
    }),
    Number.isNaN(chosen)
      ? ''
      : element('path', {
          class: `fill-paper stroke-${order + 1}`,
          'stroke-width': 1.5,
          transform: `translate(${x(keep(chosen)).toFixed(1)} ${y + barHeight / 2})`,
          d: marker,
        }),
  ].join('');
}
