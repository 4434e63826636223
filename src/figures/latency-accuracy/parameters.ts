import type { Parameters } from '../shared/parameter.ts';

export const parameters = {
  axis: {
    kind: 'choice',
    label: 'Axis of latency',
    options: { logarithmic: 'Logarithmic', linear: 'Linear' },
    initial: 'logarithmic',
  },
} as const satisfies Parameters;
