import type { DataFile } from '../shared/data-file.ts';
import type { PlotData } from './data.ts';
import { parsePlot } from './parse.ts';

export const plotFile: DataFile<PlotData> = {
  name: 'table',
  example: './growth.csv',
  rule: 'malformed-data',
  parse: parsePlot,
};
