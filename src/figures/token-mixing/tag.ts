import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'How tokens mix',
  description: 'The matrix by which an architecture mixes tokens, and the steps that do the same',
  parameters,
};
