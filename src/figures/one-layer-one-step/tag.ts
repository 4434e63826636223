import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'One layer, one step',
  description: 'A layer of linear self-attention beside a step of gradient descent, on one task',
  parameters,
};
