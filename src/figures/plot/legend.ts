import { seriesStyle } from '../shared/series.ts';
import { element, words } from '../shared/svg.ts';
import { cut, measureWords } from './letters.ts';

const rowHeight = 18;

/** A marker of a series at a place, as the data of a path. */
export function moveMarker(index: number, x: number, y: number): string {
  // Only the absolute commands of a marker name places.
  return seriesStyle(index).marker.replace(
    /([MLH])(-?[\d.]+)(?:[ ]?(-?[\d.]+))?/g,
    (_, command: string, across: string, down?: string) =>
      `${command}${shift(x, across)}${down === undefined ? '' : ` ${shift(y, down)}`}`,
  );
}

function shift(from: number, by: string): number {
  return Math.round(10 * (from + Number(by))) / 10;
}

/** The markers of the series, with their lines where they have any, and their names, in as many rows as they need. */
export function drawLegend(
  series: readonly string[],
  hasLines: boolean,
  width: number,
): { svg: string; height: number } {
  if (series.length < 2) return { svg: '', height: 0 };
  const start = hasLines ? 30 : 12;
  let [x, row] = [0, 0];
  const entries = series.map((name, index) => {
    const text = cut(name, Math.min(width, 260) - start);
    const length = start + measureWords(text) + 16;
    if (x > 0 && x + length - 16 > width) [x, row] = [0, row + 1];
    const [left, y] = [x, 8 + row * rowHeight];
    x += length;
    const { hue, dash } = seriesStyle(index);
    return [
      hasLines &&
        element('path', {
          class: `curve stroke-${hue}`,
          'stroke-dasharray': dash,
          d: `M${left} ${y}h24`,
        }),
      element('path', {
        class: `fill-${hue}`,
        d: moveMarker(index, left + (hasLines ? 12 : 4), y),
      }),
      words(text, { x: left + start, y: y + 4 }),
    ]
      .filter(Boolean)
      .join('');
  });
  return { svg: entries.join(''), height: (row + 1) * rowHeight + 8 };
}
