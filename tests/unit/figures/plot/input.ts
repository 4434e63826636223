import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../../src/cli/project.ts';
import { plotFile } from '../../../../src/figures/plot/file.ts';
import { loadData } from '../../../../src/figures/shared/data-file.ts';

const table = join(projectFolder, 'examples/showcase/content/threads/wages.csv');

/** The attributes of the plot of the showcase. */
export const attributes = {
  src: './wages.csv',
  kind: 'line',
  x: 'year',
  y: 'wage',
  series: 'country',
  low: 'low',
  high: 'high',
  xLabel: 'Year',
  yLabel: 'Hourly wage (made-up €)',
};

/** The table of the showcase. */
export const input = loadData(plotFile, readFileSync(table, 'utf8'), attributes);
