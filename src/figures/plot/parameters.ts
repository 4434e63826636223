import type { Parameters } from '../shared/parameter.ts';
import type { PlotData } from './data.ts';

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
}: PlotData): typeof parameters {
  const { xScale, yScale, order } = parameters;
  return {
    ...(logarithmic.includes('x') && { xScale: { ...xScale, label: `Axis: ${xLabel}` } }),
    ...(logarithmic.includes('y') && { yScale: { ...yScale, label: `Axis: ${yLabel}` } }),
    ...(xType === 'name' && { order }),
  } as unknown as typeof parameters;
}
