import type { Parameters } from '../shared/parameter.ts';
import { rankByLength } from './core.ts';
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
  reference: {
    kind: 'preset',
    label: 'Compared with',
    minimum: 1,
    maximum: 99,
    step: 1,
    presets: [1],
    names: ['The first of the table'],
    initial: 1,
  },
} as const satisfies Parameters;

/**
 * The same for measurements: as many points as are on the frontier of the first panel, and as many references as there are
 * architectures with scores of queries, by their place in the table.
 */
export function listParameters(measurements: readonly Measurement[]): typeof parameters {
  const [{ ranked, frontier }] = rankByLength(measurements);
  const { reference, ...others } = parameters;
  const names = ranked
    .filter(({ differences }) => differences !== undefined)
    .toSorted((a, b) => Number(a.differences?.length) - Number(b.differences?.length))
    .map(({ architecture }) => architecture);
  return {
    ...others,
    point: { ...others.point, maximum: frontier.length },
    ...(names.length > 1 && {
      reference: {
        ...reference,
        maximum: names.length,
        presets: names.map((_, index) => index + 1),
        names,
      },
    }),
  } as unknown as typeof parameters;
}
