import type { Parameters } from '../shared/parameter.ts';
import type { PlotData } from './data.ts';
import { speak } from './words.ts';

const scales = { linear: 'Linear', logarithmic: 'Logarithmic' } as const;

export const parameters = {
  xScale: { kind: 'choice', label: 'Axis of x', options: scales, initial: 'linear' },
  yScale: { kind: 'choice', label: 'Axis of y', options: scales, initial: 'linear' },
  order: {
    kind: 'choice',
    label: 'Order of the names',
    options: { file: 'As in the file', value: 'By value' },
    initial: 'file',
  },
} as const satisfies Parameters;

/** Those of a plot that have an effect. */
export function listParameters({
  xType,
  xLabel,
  yLabel,
  logarithmic,
  words: own,
}: PlotData): typeof parameters {
  const { xScale, yScale, order } = parameters;
  const { words, format } = speak(own);
  const scales = { linear: words.linear, logarithmic: words.onLogarithmic };
  const name = (label: string) => ({ label: format(words.axis, { label }), options: scales });
  const orders = { file: words.byFile, value: words.byValue };
  return {
    ...(logarithmic.includes('x') && { xScale: { ...xScale, ...name(xLabel) } }),
    ...(logarithmic.includes('y') && { yScale: { ...yScale, ...name(yLabel) } }),
    ...(xType === 'name' && { order: { ...order, label: words.order, options: orders } }),
  } as unknown as typeof parameters;
}
