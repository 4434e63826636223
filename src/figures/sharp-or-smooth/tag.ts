import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Sharp or smooth?',
  description: 'One family of models, whose abilities emerge or not, by the metric',
  parameters,
};
