import { axisHeight, drawAxes, layOutPlot, type Axis, type PlotArea } from '../shared/chart.ts';
import { seriesStyle } from '../shared/series.ts';
import { band, element, line, round, words, type PanelPoint } from '../shared/svg.ts';
import { buildAxis, buildXAxis, keepWithin } from './axes.ts';
import { listSeries, type PlotResult } from './core.ts';
import type { PlotData, PlotPoint } from './data.ts';
import { drawLegend, moveMarker } from './legend.ts';
import { cut, measureLongest, measureWords } from './letters.ts';

/** How a panel is drawn. */
export interface PanelPlan {
  panel: number;
  isXLogarithmic: boolean;
  isYLogarithmic: boolean;
  width: number;
}

/** The content of a panel. */
export interface PanelContent {
  svg: string;
  height: number;
}

/** More points on a line, or in a panel, would hide each other. */
const mostMarkers = 40;
const mostOpaque = 150;
/** Between the bars of two series at one place. */
const dodge = 8;
/** The width of fourteen Latin letters. */
const longestLabel = 101;

/** The values of a panel against numbers or dates. */
export function drawField(data: PlotData, result: PlotResult, plan: PanelPlan): PanelContent {
  const { kind, xType, series, panels, xLabel, yLabel } = data;
  const { panel, isXLogarithmic, isYLogarithmic, width } = plan;
  const language = data.words?.language;
  const lists = series.map((_, index) => listSeries(data, panel, index));
  const build = (names: boolean) => {
    const legend = drawLegend(names ? [] : series, kind === 'line', width);
    const plot = layOutPlot(width);
    const [top, bottom] = [plot.top + legend.height, plot.bottom + legend.height];
    const y = buildAxis(result.yEnds, {
      label: cut(yLabel, width),
      range: [bottom, top],
      isLogarithmic: isYLogarithmic,
      tickRoom: 28,
      language,
    });
    const ticks = y.ticks.map((tick) => measureWords((y.format ?? String)(tick)) + 10);
    const margin = names ? 10 + measureLongest(series) : 12;
    const area = { top, bottom, left: Math.max(44, ...ticks), right: width - margin };
    const x = buildXAxis(result.xEnds, xType, {
      label: cut(xLabel, area.right),
      range: [area.left, area.right],
      isLogarithmic: isXLogarithmic,
      tickRoom: isXLogarithmic ? 44 : 56,
      language,
    });
    return { area, x: keepWithin(x, width), y, legend };
  };
  const direct = build(true);
  const labels =
    kind === 'line' && panels.length === 1 && series.length > 1
      ? placeLabels(lists, direct, data)
      : undefined;
  const { area, x, y, legend } = labels === undefined ? build(false) : direct;
  const count = lists.flat().length;
  const marks = lists.map((points, index) =>
    drawSeries(points, { index, of: series.length, kind, x, y, isDense: count > mostOpaque }),
  );
  return {
    svg: [legend.svg, drawAxes(x, y, area), ...marks, labels ?? ''].join(''),
    height: area.bottom + axisHeight,
  };
}

/** The names of lines at their ends, if there they are far enough from each other. */
function placeLabels(
  lists: readonly PlotPoint[][],
  { area, x, y }: { area: PlotArea; x: Axis; y: Axis },
  { series }: PlotData,
): string | undefined {
  const ends = lists.map((points) => {
    const [, , at = NaN, value = NaN] = points.findLast(([, , , y]) => y !== null) ?? [];
    return { x: x.scale(at), y: y.scale(value ?? NaN) };
  });
  const heights = ends.map(({ y }) => y).toSorted((a, b) => a - b);
  const areApart = heights.every(
    (height, index) => index === 0 || height - (heights[index - 1] ?? 0) > 14,
  );
  const last = Math.max(...ends.map(({ x }) => x));
  const isShort = measureLongest(series) <= longestLabel;
  if (!areApart || !isShort || !ends.every(({ x }) => x > last - 1)) return undefined;
  return ends
    .map(({ y }, index) => words(series[index] ?? '', { x: area.right + 8, y: y + 4 }))
    .join('');
}

interface SeriesPlan {
  index: number;
  of: number;
  kind: PlotData['kind'];
  x: Axis;
  y: Axis;
  /** Whether there are so many points that they hide each other. */
  isDense: boolean;
}

function drawSeries(points: readonly PlotPoint[], plan: SeriesPlan): string {
  const { index, of, kind, x, y, isDense } = plan;
  const { hue, dash } = seriesStyle(index);
  const aside = kind === 'interval' ? (index - (of - 1) / 2) * dodge : 0;
  const at = (value: number | null, place: number): PanelPoint => [
    x.scale(place) + aside,
    value === null ? NaN : y.scale(value),
  ];
  const places = points.map(([, , place, value]) => at(value, place));
  const lows = points.map(([, , place, , low]) => at(low, place));
  const highs = points.map(([, , place, , , high]) => at(high, place));
  const present = points.filter(([, , , value]) => value !== null);
  const isMarked = kind !== 'line' || present.length <= mostMarkers;
  const markers = places
    .filter((place, at) => (isMarked ? place.every(Number.isFinite) : isLone(places, at)))
    .map(([left, height]) => moveMarker(index, left, height))
    .join('');
  const dots = element('path', {
    class: `fill-${hue}${isDense ? '' : ' stroke-paper'}`,
    opacity: isDense ? 0.55 : undefined,
    d: markers,
  });
  const bands = kind === 'line' ? band(lows, highs) : '';
  const spans = drawSpans(lows, highs, (at) => kind !== 'line' || isLone(lows, at));
  return [
    bands !== '' && element('path', { class: `band fill-${hue}`, d: bands }),
    spans !== '' && element('path', { class: `stroke-${hue}`, d: spans }),
    kind === 'line' &&
      element('path', { class: `curve stroke-${hue}`, 'stroke-dasharray': dash, d: line(places) }),
    markers !== '' && dots,
  ]
    .filter(Boolean)
    .join('');
}

/** Whether a point has no neighbour, so that no line and no band shows it. */
function isLone(points: readonly PanelPoint[], at: number): boolean {
  const [before, own, after] = [at - 1, at, at + 1].map((index) =>
    Number.isFinite(points[index]?.[1]),
  );
  return own === true && before !== true && after !== true;
}

/** Intervals, upright and with ends across. */
function drawSpans(
  lows: readonly PanelPoint[],
  highs: readonly PanelPoint[],
  isDrawn: (index: number) => boolean,
): string {
  return lows
    .map(([x, low], index) => {
      const high = highs[index]?.[1] ?? NaN;
      const [left, from, to] = [x - 3, low, high].map(round);
      return isDrawn(index) && Number.isFinite(low + high)
        ? `M${left} ${from}h6m-3 0V${to}m-3 0h6`
        : '';
    })
    .join('');
}
