import type { Panel } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import { element, round, words } from '../shared/svg.ts';
import type { TokenMixing } from './core.ts';
import { heightOf } from './plate-panel.ts';
import { Columns, drawTokenNumbers } from './tokens.ts';

/** The room below the four strips, for the numbers of tokens. */
const footHeight = 16;

/** Numbers above and below a line of their own, one per token. */
interface Strip {
  /** Its index, from the top. */
  index: number;
  columns: Columns;
  values: readonly number[];
  /** The token whose column is marked, from 1. */
  token: number;
  heading: string;
  /** The value of the marked column, in words. */
  reading: string;
}

/**
 * The way to the read output, one column per token: the inputs, the share that the output takes from each, the
 * memory after each step, and the outputs of the matrix and of the steps.
 */
export function drawStepsPanel(
  mixing: TokenMixing,
  output: number,
  input: number,
  width: number,
): Panel {
  const { direction, inputs, matrix, products, outputs, memory } = mixing;
  const { length } = inputs;
  const columns = new Columns(width, length);
  const weights = matrix[output - 1] ?? [];
  const taken = inputs.map((value, j) => value * (weights[j] ?? 0));
  const held = memory.kind === 'state' ? memory.norms : memory.tokens;
  // Both ways, no step comes after another: each needs the pass from the end too.
  const last = direction === 'causal' ? output : length;

  return {
    title: 'The same, step by step',
    description: `Four rows of ${length} columns, one per token: the inputs as bars, what output ${output} takes from each as bars, what is held after each step as bars, and the outputs as rings from the matrix with dots from the steps.`,
    width,
    height: heightOf(columns),
    scan: { x: columns.scan('output') },
    svg: [
      drawBars({
        index: 0,
        columns,
        values: inputs,
        token: input,
        heading: 'inputs',
        reading: `input ${input}: ${format(inputs[input - 1])}`,
      }),
      drawBars({
        index: 1,
        columns,
        values: taken,
        token: input,
        heading: `what output ${output} takes`,
        reading: `of input ${input}: ${format(taken[input - 1])}`,
      }),
      drawBars(
        {
          index: 2,
          columns,
          values: held,
          token: output,
          heading: nameMemory(mixing),
          reading: `step ${output}: ${format(held[output - 1])}`,
        },
        last,
      ),
      drawOutputs(
        {
          index: 3,
          columns,
          values: products,
          token: output,
          heading: '',
          reading: `output ${output}: ${format(products[output - 1])}`,
        },
        outputs,
        last,
      ),
      drawTokenNumbers(output, columns, 20, (token) => ({
        x: columns.middle(token),
        y: heightOf(columns) - 4,
        'text-anchor': 'middle',
      })),
    ].join(''),
  };
}

function format(value = NaN): string {
  return formatNumber(Number(value.toPrecision(3)));
}

function nameMemory({ memory, direction }: TokenMixing): string {
  if (memory.kind === 'cache') return 'tokens kept';
  return direction === 'causal'
    ? `state of ${memory.size} numbers: norm`
    : `states, 2 × ${memory.size / 2} numbers: norm`;
}

/** The heading, the marked column and the line of zero; and the scale. */
function openStrip({ index, columns, values, token, heading, reading }: Strip) {
  const { left, right } = columns;
  const height = (heightOf(columns) - footHeight) / 4;
  const top = index * height;
  const [from, to] = [top + 20, top + height - 8];
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const scale = (value: number) =>
    high === low ? to : to - ((value - low) / (high - low)) * (to - from);
  const width = Math.min(columns.step, 24);
  return {
    top,
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
function drawBars(strip: Strip, last = Infinity): string {
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

/** The outputs of the matrix as rings, and those of the steps as dots. */
function drawOutputs(strip: Strip, outputs: readonly number[], last: number): string {
  const { top, scale, svg } = openStrip(strip);
  const { columns } = strip;
  const marks = outputs.map((value, index) =>
    element(
      'g',
      { opacity: index + 1 > last ? 0.7 : undefined },
      drawRing(columns.middle(index + 1), scale(strip.values[index] ?? NaN)),
      drawDot(columns.middle(index + 1), scale(value)),
    ),
  );
  const y = top + 8;
  const key = [
    drawRing(5, y),
    words('matrix', { class: 'axis-name', x: 14, y: y + 4 }),
    drawDot(72, y),
    words('step by step', { class: 'axis-name', x: 79, y: y + 4 }),
  ];
  return [svg, ...marks, ...key].join('');
}

function drawRing(cx: number, cy: number): string {
  return element('circle', { class: 'stroke-ink', cx, cy, r: 4 });
}

function drawDot(cx: number, cy: number): string {
  return element('circle', { class: 'fill-accent', cx, cy, r: 2 });
}
