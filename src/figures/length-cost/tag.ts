import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'What length costs',
  description: 'Operations and memory of the ways to mix tokens, by the length of the text',
  parameters,
};
