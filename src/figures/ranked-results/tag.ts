import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Reorder ten results',
  description:
    'Ten made-up results to reorder: what each adds to NDCG@10, and what a move is worth',
  parameters,
};
