import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../../src/cli/project.ts';
import { measurementsFile } from '../../../../src/figures/latency-accuracy/measurements/file.ts';
import { averageScores } from '../../../../src/figures/latency-accuracy/scores.ts';
import { loadData } from '../../../../src/figures/shared/data-file.ts';

const folder = join(projectFolder, 'examples/showcase/content/threads');
const read = (name: string) =>
  averageScores(loadData(measurementsFile, readFileSync(join(folder, name), 'utf8')));

/** The measurements of the showcase. */
export const input = read('latency.csv');

/** Its scores of queries. */
export const scored = read('scores.csv');
