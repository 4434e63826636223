import { axisHeight, drawAxes, drawWithin, spreadLabels } from '../shared/chart.ts';
import { panelWidths, type Panel } from '../shared/interactive-figure.ts';
import { scaleLinear, scaleLog } from '../shared/scale.ts';
import { element, line, words, type PanelPoint } from '../shared/svg.ts';
import { layOutArea } from './axes.ts';
import type { LayersAndSteps } from './core.ts';
import { drawKey, drawMarks, drawPaths } from './marks.ts';
import { parameters } from './parameters.ts';
import type { Variant } from './tuning.ts';

/** How the variants are named in a picture. */
const shortNames = { 'gradient-descent': 'GD', 'gd-plus-plus': 'GD++' } as const;

/** The loss after each layer and each step of the chosen variant, and after each step of the other. */
export function drawLossByStep(
  { stages, variants, leastSquares }: LayersAndSteps,
  variant: Variant,
  width: number,
): Panel {
  const isNarrow = width < panelWidths.wide;
  const other = variant === 'gd-plus-plus' ? 'gradient-descent' : 'gd-plus-plus';
  // With room for words at the right.
  const inner = layOutArea(width, isNarrow ? 72 : 104);
  const { minimum, maximum } = parameters.layers;
  const x = scaleLinear([0, maximum], [inner.left + 12, inner.right - 12]);
  const losses = stages.flatMap(({ loss, attentionLoss }) => [loss, attentionLoss]);
  const [low, high] = spanLogarithms([...losses, ...variants[other].losses], leastSquares.loss);
  const y = scaleLog([low, high], [inner.bottom, inner.top]);
  const toPlace = (loss: number, step: number): PanelPoint => [x(step), y(Math.max(loss, low))];
  const otherPath = variants[other].losses.map(toPlace);
  const paths = {
    attention: stages.map(({ attentionLoss }, step) => toPlace(attentionLoss, step)),
    descent: stages.map(({ loss }, step) => toPlace(loss, step)),
  };

  const isLevelShown = leastSquares.loss >= low;
  const named = [
    { text: shortNames[variant], at: paths.descent.at(-1) },
    { text: shortNames[other], at: otherPath.at(-1) },
    ...(isLevelShown
      ? [{ text: isNarrow ? 'least sq.' : 'least squares', at: toPlace(leastSquares.loss, 0) }]
      : []),
  ];
  const heights = named.map(({ at }) => at?.[1] ?? inner.bottom);
  const places = spreadLabels(heights, 14, [inner.top + 6, inner.bottom - 6]);
  return {
    title: 'The loss after each step',
    description:
      'The loss of the context on a logarithmic scale, vertically, by layers and steps from none to four: ' +
      `after each layer of attention as rings, after each step of ${shortNames[variant]} as dots, and after ` +
      `each step of ${shortNames[other]} as a dashed line.` +
      (isLevelShown ? ' A dotted line marks the loss of least squares.' : ''),
    width,
    height: inner.bottom + axisHeight,
    svg: [
      drawAxes(
        { scale: x, label: 'layers, steps', ticks: x.ticks(maximum) },
        { scale: y, label: 'loss L', ticks: listLogTicks([low, high]), format: formatTick },
        inner,
      ),
      drawKey(layOutArea(width)),
      isLevelShown
        ? element('path', {
            class: 'stroke-2',
            'stroke-width': 1.5,
            'stroke-dasharray': '2 2.5',
            d: `M${inner.left} ${y(leastSquares.loss).toFixed(1)}H${inner.right}`,
          })
        : '',
      drawWithin(
        inner,
        element('path', {
          class: 'stroke-3',
          'stroke-width': 1.5,
          'stroke-dasharray': '6 3',
          d: line(otherPath),
        }),
        drawPaths(paths),
      ),
      drawMarks(paths),
      ...named.map(({ text }, index) =>
        words(text, { x: inner.right + 6, y: (places[index] ?? 0) + 4 }),
      ),
    ].join(''),
    scan: {
      x: { parameter: 'layers', from: x(minimum), to: x(maximum), first: minimum, last: maximum },
    },
  };
}

/**
 * The span of the axis: from below the least loss to above the largest, at least a factor of ten. A loss under
 * 10⁻⁸ of the largest lies below it.
 */
function spanLogarithms(losses: readonly number[], level: number): [number, number] {
  const most = Math.max(...losses) || 1;
  const floor = 1e-8 * most;
  const least = Math.min(...[...losses, level].filter((loss) => loss > floor), most);
  return [Math.min(least / 1.5, most / 7), most * 1.5];
}

/** Powers of ten, every second of many, and with few also 2 and 5 times these. */
function listLogTicks([low, high]: readonly [number, number]): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const exponents = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const factors = last - first > 2 ? [1] : [1, 2, 5];
  const every = last - first > 5 ? 2 : 1;
  return exponents
    .filter((exponent) => exponent % every === 0)
    .flatMap((exponent) => factors.map((factor) => Number(`${factor}e${exponent}`)))
    .filter((tick) => tick >= low && tick <= high);
}

/** 0.001 as it is, less as 1e−4. */
function formatTick(tick: number): string {
  return tick >= 1e-3 && tick < 1e5 ? String(tick) : tick.toExponential().replace('+', '');
}
