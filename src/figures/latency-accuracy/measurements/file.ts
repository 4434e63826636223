import type { DataFile } from '../../shared/data-file.ts';
import type { TableRow } from '../measurement.ts';
import { parseMeasurements } from './parse.ts';

export const measurementsFile: DataFile<TableRow[]> = {
  name: 'table of measurements',
  example: './latency.csv',
  rule: 'malformed-measurements',
  parse: parseMeasurements,
};
