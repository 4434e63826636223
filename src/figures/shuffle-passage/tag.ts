import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Shuffle the passage',
  description: 'How far the embedding of a passage moves when its tokens are shuffled or cut',
  parameters,
};
