import { formatNumber } from '../shared/number.ts';
import { element, round, words } from '../shared/svg.ts';
import type { Columns } from './tokens.ts';

/** Numbers above and below a line of their own, one per token. */
export interface Strip {
  top: number;
  height: number;
  columns: Columns;
  values: readonly number[];
  /** The token whose column is marked, from 1. */
  token: number;
  heading: string;
  /** The value of the marked column, in words. */
  reading: string;
}

/** The heading, the marked column and the line of zero; and the scale. */
export function openStrip({ top, height, columns, values, token, heading, reading }: Strip) {
  const { left, right } = columns;
  const [from, to] = [top + 20, top + height - 8];
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const scale = (value: number) =>
    high === low ? to : to - ((value - low) / (high - low)) * (to - from);
  const width = Math.min(columns.step, 24);
  return {
    scale,
    svg: [
      element('rect', {
        class: 'fill-marked',
        x: columns.middle(token) - width / 2,
        y: from - 3,
        width,
        height: to - from + 6,
      }),
      element('path', { class: 'hairline', d: `M${left} ${round(scale(0))}H${right}` }),
      words(heading, { class: 'axis-name', x: 0, y: top + 12 }),
      words(reading, { x: right, y: top + 12, 'text-anchor': 'end' }),
    ].join(''),
  };
}

/** A strip of bars; those after the token `last` are still to come, and faint. */
export function drawBars(strip: Strip, last = Infinity): string {
  const { scale, svg } = openStrip(strip);
  const { columns, values, token } = strip;
  const width = Math.min(columns.step * 0.56, 12);
  const zero = scale(0);
  const draw = (isMeant: (of: number) => boolean, attributes: Record<string, string | number>) => {
    const bars = values.map((value, index) => {
      const start = columns.middle(index + 1) - width / 2;
      const outline = `M${round(start)} ${round(zero)}V${round(scale(value))}h${round(width)}V${round(zero)}z`;
      return isMeant(index + 1) ? outline : '';
    });
    return element('path', { ...attributes, d: bars.join('') });
  };
  return [
    svg,
    draw((of) => of !== token && of <= last, { class: 'fill-soft' }),
    draw((of) => of > last, { class: 'fill-soft', opacity: 0.7 }),
    draw((of) => of === token, { class: 'fill-accent' }),
  ].join('');
}

/** A value beside its strip: three digits of it. */
export function formatReading(value = NaN): string {
  return formatNumber(Number(value.toPrecision(3)));
}
