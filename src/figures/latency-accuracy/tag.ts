import type { FigureTag } from '../shared/tag.ts';
import { measurementsFile } from './measurements/file.ts';
import { parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Latency and accuracy',
  description:
    'Latency and NDCG@10 of architectures, with their Pareto frontier, from a table of measurements or of scores of queries',
  parameters,
  data: measurementsFile,
};
