import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Trained against constructed',
  description: 'Layers of linear self-attention while they are trained, beside the construction',
  parameters,
};
