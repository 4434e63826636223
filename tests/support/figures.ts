import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import type { InteractiveFigure, Panel } from '../../src/figures/shared/figure.ts';
import { renderPanel } from '../../src/figures/shared/markup.ts';
import { initialValues } from '../../src/figures/shared/parameter.ts';
import { loadMeasurements } from '../../src/loaders/measurements/parse.ts';
import { specimen as pipeline } from '../unit/figures/who-sees-what/specimen.ts';

/** A figure that is computed, by the name of its folder. */
export interface NamedFigure {
  name: string;
  figure: InteractiveFigure;
  /** What an author would give beside its parameters. */
  input?: unknown;
}

const table = 'examples/showcase/content/threads/latency.csv';

/** What is made up for the figures that need an input, by their names. */
const inputs: Readonly<Record<string, unknown>> = {
  'latency-accuracy': loadMeasurements(readFileSync(join(projectFolder, table), 'utf8'), table),
  'who-sees-what': pipeline,
};

/** Every figure of `src/figures/` that is computed, those that need an input with one that is made up. */
export async function listFigures(): Promise<NamedFigure[]> {
  const root = join(projectFolder, 'src/figures');
  const files = globSync('*/figure.ts', { cwd: root }).toSorted();
  return Promise.all(
    files
      .filter((file) => dirname(file) !== 'shared')
      .map(async (file) => {
        const module = (await import(join(root, file))) as Record<string, InteractiveFigure>;
        const [figure] = Object.values(module);
        if (figure === undefined) throw new Error(`${file} exports no figure.`);
        const name = dirname(file);
        return { name, figure, input: inputs[name] };
      }),
  );
}

/** The panels of a figure as it is at first, one element on a line. */
export function drawInitial({ figure, input }: NamedFigure): string {
  const values = initialValues(figure.listParameters?.(input) ?? figure.parameters);
  const { panels } = figure.draw(figure.compute(values, input), values, input);
  return panels.map(formatPanel).join('\n');
}

function formatPanel(panel: Panel): string {
  return `${renderPanel(panel).replaceAll('><', '>\n<')}\n`;
}
