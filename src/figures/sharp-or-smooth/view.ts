import { axisHeight, drawAxes, drawWithin, type Axis, type PlotArea } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear, scaleLog } from '../shared/scale.ts';
import { raise } from '../../lib/raised-signs.ts';
import { band, element, line, round, words, type PanelPoint } from '../shared/svg.ts';
import type { ModelScore, Emergence, Setting } from './core.ts';
import {
  decades,
  drawDot,
  drawEnds,
  drawKey,
  drawSeenFrom,
  layOutArea,
  layOutModels,
} from './marks.ts';
import { metricNames, nameBand, type Against } from './text.ts';

/** Below a logarithmic axis: a row for the scores of 0, which it has no place for. */
const zeroRow = 18;

/** The axes as they are chosen. */
interface Axes {
  axis: 'linear' | 'logarithmic';
  against: Against;
}

const alongNames: Readonly<Record<Against, string>> = {
  size: 'against the number of parameters, on a logarithmic axis',
  loss: 'against the loss, which falls to the right',
};

/** The probability of the right token against the size of the model, or its loss. */
export function drawProbability(
  { curve, models, chance, seenFrom }: Emergence,
  { slope }: Setting,
  against: Against,
  width: number,
): Panel {
  const area = layOutArea(width);
  const { top, bottom } = area;
  const along = layOutModels(area, against, slope);
  const y: Axis = {
    scale: scaleLinear([0, 1], [bottom, top]),
    label: 'probability of a token, p',
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  };
  const place = ({ size, probability }: ModelScore): PanelPoint => [
    along.place(size),
    y.scale(probability),
  ];
  const path = curve.map(place);
  return {
    title: 'Right, token by token',
    description: `A line that rises smoothly: the probability of the right token ${alongNames[against]}, with a dot for each model; dashed, the size from which ${chance > 0 ? 'a test by exact match more likely than not scores above the reach of guesses' : 'an answer that is right in every token is more likely seen than not'}.`,
    width,
    height: bottom + axisHeight,
    svg: [
      drawAxes(along.axis, y, area),
      drawSeenFrom(along.place(seenFrom), chance, area, [path]),
      element('path', { class: 'curve stroke-1', d: line(path) }),
      ...models.map(place).map(([cx, cy]) => drawDot(cx, cy, 'fill-1 stroke-paper')),
      drawEnds(area, [['p(N)', path.at(-1)?.[1] ?? bottom]]),
      drawKey(area, [['models', (x, at) => drawDot(x, at, 'fill-1')]]),
    ].join(''),
  };
}

/** The chosen metric of the same models: expected, where tests fall, and as measured in one. */
export function drawMetric(
  { curve, models, floor, chance, seenFrom }: Emergence,
  setting: Setting,
  { axis, against }: Axes,
  width: number,
): Panel {
  const area = layOutArea(width);
  const { left, right, top, bottom } = area;
  const { metric, tokens, slope } = setting;
  const along = layOutModels(area, against, slope);
  const isLogarithmic = axis === 'logarithmic';
  const isGuessed = chance > 0 && metric === 'exact-match';
  const most = metric === 'exact-match' ? 1 : tokens;
  const { label, least } = metricNames[metric];
  const y = isLogarithmic
    ? buildLogAxis(label, least, most, area)
    : buildLinearAxis(label, most, area);
  const ground = isLogarithmic ? bottom - zeroRow : bottom;
  const heightOf = (score: number): number =>
    score > 0 ? Math.min(y.scale(score), ground) : bottom;
  const trace = (read: (point: ModelScore) => number) =>
    curve.map((point): PanelPoint => [
      along.place(point.size),
      y.scale(Math.max(read(point), Number.MIN_VALUE)),
    ]);
  const path = trace(({ expected }) => expected);
  const known = isGuessed ? trace((point) => point.known) : [];
  const highs = curve.map(({ size, high }): PanelPoint => [along.place(size), heightOf(high)]);
  const lows = curve.map(({ size, low }): PanelPoint => [along.place(size), heightOf(low)]);
  const dots = models.map(({ size, measured }): PanelPoint => [
    along.place(size),
    heightOf(measured),
  ]);
  const floorHeight = y.scale(isGuessed ? chance : floor);
  const ends = [
    ['expected', path.at(-1)?.[1] ?? Infinity],
    ['known', known.at(-1)?.[1] ?? Infinity],
  ] as const;
  return {
    title: `The same models, by ${metricNames[metric].noun}`,
    description: `A line with a band and dots: ${label} ${alongNames[against]}; what is expected, ${isGuessed ? 'dashed the share that is known, which the correction for guessing leads back to, ' : ''}a band in which ${nameBand(setting)} of tests score${nameBand(setting) === 'at least 95 %' ? ' (scores are discrete; at most 2.5 % lie below it, and as many above)' : ', by the effective sample size of Rao and Scott (1992)'}, and one test of each model, hollow where its score is 0.`,
    width,
    height: bottom + axisHeight,
    svg: [
      drawAxes(along.axis, y, area),
      isLogarithmic ? words('0', { x: left - 6, y: bottom + 4, 'text-anchor': 'end' }) : '',
      element('path', {
        class: 'axis',
        d: `M${left} ${floorHeight.toFixed(1)}H${right}`,
        'stroke-dasharray': '2 3',
      }),
      drawSeenFrom(along.place(seenFrom), chance, area, [path, known, highs, lows, dots]),
      element('path', { class: 'band fill-2', d: band(highs, lows) }),
      drawWithin(
        { ...area, top: top - 2, bottom: ground },
        known.length > 0
          ? element('path', {
              class: 'curve stroke-2',
              d: line(known),
              'stroke-dasharray': '4 3',
            })
          : '',
        element('path', { class: 'curve stroke-2', d: line(path) }),
      ),
      ...models.map(({ measured }, index) => {
        const [x, at] = dots[index] ?? [left, bottom];
        return drawDot(x, at, measured > 0 ? 'fill-ink stroke-paper' : 'fill-paper stroke-ink');
      }),
      drawEnds(area, [
        [isGuessed ? '1/g' : '1/n', floorHeight],
        ...ends.filter(([, height]) => height <= ground),
      ]),
      drawKey(area, [
        ['one test', (x, at) => drawDot(x, at, 'fill-ink')],
        [
          nameBand(setting),
          (x, at) =>
            element('path', {
              class: 'band fill-2',
              d: `M${round(x - 6)} ${round(at - 4)}h12v8h-12z`,
            }),
        ],
      ]),
    ].join(''),
  };
}

function buildLinearAxis(label: string, most: number, { top, bottom }: PlotArea): Axis {
  const scale = scaleLinear([0, most], [bottom, top]);
  return { scale, label, ticks: scale.ticks(5) };
}

function buildLogAxis(label: string, least: number, most: number, { top, bottom }: PlotArea): Axis {
  const powers = decades(least, Math.ceil(Math.log10(most)));
  return {
    scale: scaleLog([10 ** least, 10 ** (powers.at(-1) ?? 0)], [bottom - zeroRow, top]),
    label,
    ticks: powers.map((exponent) => 10 ** exponent),
    format: formatPower,
  };
}

function formatPower(power: number): string {
  const exponent = Math.round(Math.log10(power));
  return exponent < -3 ? `10${raise(exponent)}` : String(power);
}
