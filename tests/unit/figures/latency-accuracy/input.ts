import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../../src/cli/project.ts';
import { measurementsFile } from '../../../../src/figures/latency-accuracy/measurements/file.ts';
import { loadData } from '../../../../src/figures/shared/data-file.ts';

const table = join(projectFolder, 'examples/showcase/content/threads/latency.csv');

/** The measurements of the showcase. */
export const input = loadData(measurementsFile, readFileSync(table, 'utf8'));
