import type { Parameters } from '../shared/parameter.ts';
import { field, otherAge } from './core.ts';

/** The holder, the circuit, and the witness that is put into it. */
export const parameters = {
  age: {
    kind: 'range',
    label: 'Age of the holder',
    minimum: 0,
    maximum: 40,
    step: 1,
    initial: 15,
  },
  deleted: {
    kind: 'choice',
    label: 'Deleted constraints',
    options: {
      none: 'None',
      range: 'The range check',
      sum: 'That the bits make d',
      bit: 'That b0 is 0 or 1',
      difference: 'The difference d',
    },
    initial: 'none',
  },
  witness: {
    kind: 'choice',
    label: 'Witness',
    options: {
      computed: 'As computed',
      'one-bit': 'All of d in one bit',
      'other-age': `That of age ${otherAge}`,
      edited: 'Edited',
    },
    initial: 'computed',
  },
  difference: {
    kind: 'range',
    label: 'd in the witness',
    isFolded: true,
    only: { parameter: 'witness', values: ['edited'] },
    minimum: 0,
    maximum: field.prime - 1,
    step: 1,
    initial: 94,
  },
  digits: {
    kind: 'range',
    label: 'Bits, as a number',
    only: { parameter: 'witness', values: ['edited'] },
    minimum: 0,
    maximum: 127,
    step: 1,
    initial: 30,
  },
  bits: {
    kind: 'range',
    label: 'Bits of the range check n',
    isFolded: true,
    minimum: 4,
    maximum: 7,
    step: 1,
    initial: 6,
  },
} as const satisfies Parameters;
