import type { Parameters } from '../shared/parameter.ts';
import { findFrontier } from './core.ts';
import type { Measurement } from './measurement.ts';

export const parameters = {
  axis: {
    kind: 'choice',
    label: 'Axis of latency',
    options: { logarithmic: 'Logarithmic', linear: 'Linear' },
    initial: 'logarithmic',
  },
  point: {
    kind: 'range',
    label: 'Point on the frontier',
    minimum: 1,
    maximum: 99,
    step: 1,
    initial: 1,
  },
} as const satisfies Parameters;

/** The same for measurements: as many points as are on their frontier. */
export function listPoints(measurements: readonly Measurement[]): typeof parameters {
  const maximum = findFrontier(measurements).length;
  return { ...parameters, point: { ...parameters.point, maximum } } as unknown as typeof parameters;
}
