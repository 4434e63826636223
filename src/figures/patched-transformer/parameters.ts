import type { Parameters } from '../shared/parameter.ts';

/** The patches of the transformers, and their other tests. */
export const parameters = {
  direction: {
    kind: 'choice',
    label: 'Patch',
    options: { denoise: 'Denoise', noise: 'Noise' },
    initial: 'denoise',
  },
  corruption: {
    kind: 'choice',
    label: 'Corrupted prompt',
    options: { task: 'Other task', shuffle: 'Outputs moved on', query: 'Other query' },
    initial: 'task',
  },
  test: {
    kind: 'choice',
    label: 'Test',
    options: { weights: 'Scaled weights', inputs: 'Scaled inputs', circuit: 'Ablation' },
    initial: 'weights',
  },
  task: {
    kind: 'choice',
    label: 'Tasks of the prompts',
    isFolded: true,
    options: { stored: 'Stored by the table', new: 'New' },
    initial: 'stored',
  },
  // Pair 30 is the first in which, under every corruption, the clean and the corrupted prediction of each transformer
  // differ by more than 0.6.
  pair: {
    kind: 'preset',
    label: 'Pair of prompts',
    isFolded: true,
    minimum: 1,
    maximum: 256,
    step: 1,
    presets: [30, 50, 60, 61, 84],
    names: ['30', '50', '60', '61', '84'],
    initial: 30,
  },
} as const satisfies Parameters;
