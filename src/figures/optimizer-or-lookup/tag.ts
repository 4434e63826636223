import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Optimizer or lookup table?',
  description: 'The error of optimizers and of a lookup table, in distribution and under a shift',
  parameters,
};
