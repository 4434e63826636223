import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Remove heads',
  description:
    'What of untrained embeddings and rankings, or of a trained toy, stays when heads are removed',
  parameters,
};
