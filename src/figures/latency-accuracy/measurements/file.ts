import type { DataFile } from '../../shared/data-file.ts';
import type { Measurement } from '../measurement.ts';
import { parseMeasurements } from './parse.ts';

export const measurementsFile: DataFile<Measurement[]> = {
  name: 'table of measurements',
  example: './latency.csv',
  rule: 'malformed-measurements',
  parse: parseMeasurements,
};
