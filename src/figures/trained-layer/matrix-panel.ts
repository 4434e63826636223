import { cutMinus, drawGaps, drawNegativeKey, drawPlate, tones } from '../mixing-matrix/plate.ts';
import { panelWidths, type Panel } from '../shared/interactive-figure.ts';
import { formatNumber, formatWhole } from '../shared/number.ts';
import { element, round, words } from '../shared/svg.ts';
import { listUsed, type TrainingState } from './core.ts';
import type { MergedLayer } from './layers.ts';

const names = { keys: 'keys × queries', values: 'projection × values' } as const;

/** The products of each layer in rows, and in columns before training, at the chosen step, at the end, and constructed. */
export function drawMatrixPanel(state: TrainingState, width: number): Panel {
  const { stages, chosen, constructed, setting } = state;
  const [first, now, last] = [stages[0], stages[chosen], stages.at(-1)];
  if (!first || !now || !last) throw new RangeError('There is nothing to draw.');
  const columns = [
    { head: 'random', layers: first.layers },
    { head: `after ${formatWhole(now.step)}`, layers: now.layers },
    { head: 'trained', layers: last.layers },
    { head: 'constructed', layers: constructed.best.layers },
  ];
  const isNarrow = width < panelWidths.wide;
  const sides = { wide: [96, 56, 36, 36], narrow: [66, 56, 46, 46] };
  const side = sides[isNarrow ? 'narrow' : 'wide'][setting.layers - 1] ?? 36;
  const place = (column: number) => (column * (width - side)) / (columns.length - 1);
  const rows = constructed.best.layers.flatMap((_, layer) =>
    (['keys', 'values'] as const).map((name) => ({ layer, name })),
  );
  const step = side + (setting.layers > 2 ? 24 : 29);
  const height = 26 + rows.length * step + 34;
  return {
    title: `The matrices of ${['the layer', 'both layers'][setting.layers - 1] ?? 'all layers'}`,
    description:
      `${rows.length * columns.length} squares of ${setting.variances.length + 1} × ${setting.variances.length + 1} cells: in rows the products of the matrices of ` +
      'each layer, W_K transposed times W_Q and P times W_V, in columns before training, at the chosen update, at the ' +
      'end, and in the construction. The stronger its tone, the larger the entry of a cell; a cell with a minus has a negative one.',
    width,
    height,
    svg: [
      ...columns.map(({ head }, column) =>
        words(head, {
          class: column === 1 ? undefined : 'quiet',
          x: column === 3 ? width : place(column),
          y: 12,
          'text-anchor': column === 3 ? 'end' : undefined,
        }),
      ),
      ...rows.flatMap(({ layer, name }, row) => {
        const top = 26 + row * step;
        const used = listUsed(layer, setting)[name];
        const read = (layers: readonly MergedLayer[]) => layers[layer]?.[name] ?? [];
        const most = Math.max(...columns.flatMap(({ layers }) => read(layers).map(Math.abs)));
        const suffix = setting.layers > 1 ? `, layer ${layer + 1}` : '';
        const largest = `largest ${formatNumber(Number(most.toPrecision(2)))}`;
        return [
          words(`${names[name]}${suffix}`, { class: 'quiet', x: 0, y: top + 10 }),
          words(largest, { class: 'quiet', x: width, y: top + 10, 'text-anchor': 'end' }),
          ...columns.map(({ layers }, column) =>
            drawMatrix(read(layers), used, most, { x: place(column), y: top + 16, side }),
          ),
        ];
      }),
      element('path', {
        class: 'stroke-ink',
        d: `M${round(place(1))} 17h${side}`,
        'stroke-width': 2,
      }),
      drawKey(height - 20),
    ].join(''),
  };
}

/** A product as a plate: the entries that reach the prediction on a tinted ground, and the others left out. */
function drawMatrix(
  entries: readonly number[],
  used: readonly boolean[],
  most: number,
  { x, y, side }: { x: number; y: number; side: number },
): string {
  const size = Math.sqrt(entries.length);
  const cut = <Value>(items: readonly Value[]) =>
    Array.from({ length: size }, (_, row) => items.slice(row * size, (row + 1) * size));
  const levels = entries.map((entry) =>
    Math.round(Math.sqrt(Math.abs(entry) / most) * (tones - 1)),
  );
  const ground = drawPlate(cut(used.map((is) => (is ? 1 : 0))), 2);
  const minuses = entries.flatMap((entry, at) =>
    entry < 0 && levels[at] !== 0 ? [cutMinus(at % size, Math.trunc(at / size))] : [],
  );
  return element(
    'g',
    { transform: `translate(${round(x)} ${y}) scale(${round(side / size)})` },
    element(
      'g',
      { class: 'stroke-accent', transform: 'translate(0 .5)' },
      ...ground.map(({ path }) => element('path', { opacity: 0.07, d: path })),
      ...drawPlate(cut(levels), tones).map(({ strength, path }) =>
        element('path', { opacity: strength, d: path }),
      ),
    ),
    element('path', { class: 'stroke-paper', 'stroke-width': 0.08, d: drawGaps(size) }),
    element('path', { class: 'fill-paper', d: minuses.join('') }),
    element('path', {
      class: 'hairline',
      'stroke-width': 0.06,
      d: `M0 0h${size}v${size}h-${size}z`,
    }),
  );
}

/** The key to a negative entry, and to entries without ground. */
function drawKey(y: number): string {
  return [
    drawNegativeKey(0, y, 12),
    element('rect', { class: 'hairline', x: 100.5, y: y + 0.5, width: 11, height: 11 }),
    words('without effect', { class: 'quiet', x: 118, y: y + 10 }),
  ].join('');
}
