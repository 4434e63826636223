import type { Parameters } from '../shared/parameter.ts';

/** What a reader chooses: the axis of latency. All else is measured. */
export const parameters = {
  axis: {
    kind: 'choice',
    label: 'Axis of latency',
    options: { logarithmic: 'Logarithmic', linear: 'Linear' },
    initial: 'logarithmic',
  },
} as const satisfies Parameters;
