import type { FigureTag } from '../shared/tag.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Cheat the circuit',
  description:
    'An age check as rank-one constraints, and the false witnesses that pass without them',
  parameters,
};
