import { axisHeight } from '../shared/chart.ts';
import { seriesStyle } from '../shared/series.ts';
import { element, round, words } from '../shared/svg.ts';
import { buildAxis, drawValueAxis, keepWithin } from './axes.ts';
import { listSeries, type PlotResult } from './core.ts';
import type { PlotData, PlotPoint } from './data.ts';
import { drawLegend, moveMarker } from './legend.ts';
import { cut, measureLongest } from './letters.ts';
import { formatValue } from './numbers.ts';
import type { PanelContent, PanelPlan } from './view.ts';

/** The height of the bar of one series, and of the air between two names. */
const lane = 14;
const air = 8;

/** The values of a panel beside their names, which stand one below the other: a bar each, or an estimate with its interval. */
export function drawBars(data: PlotData, result: PlotResult, plan: PanelPlan): PanelContent {
  const { kind, series, names, xLabel, yLabel } = data;
  const { panel, isYLogarithmic, width } = plan;
  const legend = drawLegend(series, false, width);
  const rowHeight = lane * series.length + air;
  const top = 28 + legend.height;
  const left = Math.min(Math.max(measureLongest(names) + 10, 44), width * 0.42);
  const isBar = kind === 'bar';
  const hasValues = isBar && series.length === 1 && data.ends === undefined && result.yEnds[0] >= 0;
  const print = (value: number) => formatValue(value, data.words?.language);
  const values = hasValues ? data.points.flatMap(([, , , y]) => y ?? []).map(print) : [];
  // Beside a bar, and from there to the end of the panel.
  const room = 8 + measureLongest(values);
  const area = {
    left,
    right: width - Math.max(14, room),
    top,
    bottom: top + rowHeight * names.length + air / 2,
  };
  const value = keepWithin(
    buildAxis(result.yEnds, {
      label: cut(yLabel, area.right),
      range: [area.left, area.right],
      isLogarithmic: isYLogarithmic,
      tickRoom: isYLogarithmic ? 44 : 56,
      isFromZero: isBar,
      language: data.words?.language,
    }),
    width,
  );
  const middle = (place: number) => top + air / 2 + rowHeight * (place + 0.5);
  const rows = result.order.map((name, place) =>
    words(cut(names[name] ?? '', left - 10), {
      x: left - 8,
      y: middle(place) + 4,
      'text-anchor': 'end',
    }),
  );
  const zero = value.scale(0);
  const draw = ([, index, name, y, low, high]: PlotPoint): string => {
    const { hue } = seriesStyle(index);
    const at = middle(result.order.indexOf(name)) + (index - (series.length - 1) / 2) * lane;
    const end = y === null ? NaN : value.scale(y);
    const span =
      low === null || high === null ? [] : [low, high].map((one) => round(value.scale(one)));
    return [
      isBar &&
        y !== null &&
        element('rect', {
          class: `fill-${hue}`,
          x: Math.min(zero, end),
          y: at - lane / 2 + 1,
          width: Math.abs(end - zero),
          height: lane - 2,
        }),
      span.length > 0 &&
        element('path', {
          class: isBar ? 'stroke-ink' : `stroke-${hue}`,
          d: `M${span[0]} ${round(at - 3)}v6m0-3H${span[1]}m0-3v6`,
        }),
      // Beside its colour, the marker at its end tells a bar from those of other series.
      (!isBar || series.length > 1) &&
        y !== null &&
        element('path', { class: `fill-${hue} stroke-paper`, d: moveMarker(index, end, at) }),
      hasValues && y !== null && words(print(y), { x: end + 5, y: at + 4 }),
    ]
      .filter(Boolean)
      .join('');
  };
  const points = series.flatMap((_, index) => listSeries(data, panel, index));
  return {
    svg: [
      legend.svg,
      words(cut(xLabel, width), { class: 'axis-name', x: 0, y: top - 10 }),
      drawValueAxis(value, area),
      ...rows,
      ...points.map(draw),
      isBar ? element('path', { class: 'axis', d: `M${round(zero)} ${top}V${area.bottom}` }) : '',
    ].join(''),
    height: area.bottom + axisHeight,
  };
}
