import type { Parameters } from '../shared/parameter.ts';
import {
  decodeOrder,
  encodeOrder,
  grades,
  moveResult,
  names,
  orderCount,
  sortByGrade,
} from './core.ts';

const asRanked = decodeOrder(0);
const best = grades.graded.indexOf(3);
const ideal = encodeOrder(sortByGrade(grades.graded));
const bestLast = encodeOrder(moveResult(asRanked, best, asRanked.length - 1));

/** The order, the result that is moved, and the kinds of gain and discount. */
export const parameters = {
  order: {
    kind: 'preset',
    label: 'Order',
    minimum: 0,
    maximum: orderCount - 1,
    step: 1,
    initial: 0,
    presets: [0, ideal, bestLast, orderCount - 1],
    names: ['As ranked', 'Ideal', 'A best one last', 'Reversed'],
    other: 'As moved',
  },
  result: {
    kind: 'preset',
    label: 'Result that moves',
    minimum: 1,
    maximum: names.length,
    step: 1,
    initial: best + 1,
    presets: asRanked.map((result) => result + 1),
    names: [...names],
  },
  gain: {
    kind: 'choice',
    label: 'Gain of grade g',
    options: { linear: 'g (trec_eval)', exponential: '2^g − 1' },
    initial: 'linear',
  },
  discount: {
    kind: 'choice',
    label: 'Divisor at rank i',
    isFolded: true,
    options: {
      log: 'log2(i + 1) (trec_eval)',
      'base-2': 'log2 i, from rank 2',
      'base-10': 'log10 i, from rank 10',
    },
    initial: 'log',
  },
  grades: {
    kind: 'choice',
    label: 'Grades, made up',
    isFolded: true,
    options: { graded: '0 to 3', single: 'One relevant result' },
    initial: 'graded',
  },
} as const satisfies Parameters;
