import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Patch two transformers',
  description:
    'Two small transformers, trained on few and on many tasks: patched, shifted, ablated',
  parameters,
};
