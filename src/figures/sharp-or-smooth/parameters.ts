import { sample, type Parameters } from '../shared/parameter.ts';

/** The task, how fast models get better at its tokens, and how they are tested. */
export const parameters = {
  tokens: {
    kind: 'range',
    label: 'Tokens per answer L',
    minimum: 1,
    maximum: 50,
    step: 1,
    initial: 5,
  },
  correlation: {
    kind: 'range',
    label: 'Correlation of tokens ρ',
    minimum: 0,
    maximum: 1,
    step: 0.05,
    initial: 0,
  },
  metric: {
    kind: 'choice',
    label: 'Metric',
    options: { 'exact-match': 'Exact match', 'edit-distance': 'Token edit distance' },
    initial: 'exact-match',
  },
  axis: {
    kind: 'choice',
    label: 'Axis of the metric',
    isFolded: true,
    options: { linear: 'Linear', logarithmic: 'Logarithmic' },
    initial: 'linear',
  },
  against: {
    kind: 'choice',
    label: 'Horizontal axis',
    isFolded: true,
    options: { size: 'Parameters', loss: 'Loss' },
    initial: 'size',
  },
  options: {
    kind: 'choice',
    label: 'Options per answer g',
    isFolded: true,
    options: { open: 'Open answer', '4': '4', '2': '2' },
    initial: 'open',
  },
  items: {
    kind: 'choice',
    label: 'Answers in the test n',
    isFolded: true,
    options: { '10': '10', '100': '100', '1000': '1,000', '10000': '10,000' },
    initial: '100',
  },
  slope: {
    kind: 'range',
    label: 'Slope of the loss, −α',
    isFolded: true,
    minimum: 0.1,
    maximum: 1,
    step: 0.05,
    initial: 0.4,
  },
  seed: sample,
} as const satisfies Parameters;
