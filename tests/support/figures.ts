import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import type { InteractiveFigure, Panel } from '../../src/figures/frame/figure.ts';
import { renderPanel } from '../../src/figures/frame/markup.ts';
import { initialValues } from '../../src/figures/frame/parameter.ts';
import { loadMeasurements } from '../../src/loaders/measurements/parse.ts';
import { specimen as pipeline } from '../unit/figures/who-sees-what/specimen.ts';

/** An interactive figure, by the name of its folder. */
export interface NamedFigure {
  name: string;
  figure: InteractiveFigure;
  /** The author's input beside the parameters. */
  input?: unknown;
}

const table = 'examples/showcase/content/threads/latency.csv';

/** Made-up inputs by figure. */
const inputs: Readonly<Record<string, unknown>> = {
  'latency-accuracy': loadMeasurements(readFileSync(join(projectFolder, table), 'utf8'), table),
  'who-sees-what': pipeline,
};

/** Returns every interactive figure of `src/figures/`, with a made-up input if it needs one. */
export async function listFigures(): Promise<NamedFigure[]> {
  const root = join(projectFolder, 'src/figures');
  const files = globSync('*/figure.ts', { cwd: root }).toSorted();
  return Promise.all(
    files
      .filter((file) => dirname(file) !== 'frame')
      .map(async (file) => {
        const module = (await import(join(root, file))) as Record<string, InteractiveFigure>;
        const [figure] = Object.values(module);
        if (figure === undefined) throw new Error(`${file} exports no figure.`);
        const name = dirname(file);
        return { name, figure, input: inputs[name] };
      }),
  );
}

/** Draws the panels of a figure in its initial state, one element per line. */
export function drawInitial({ figure, input }: NamedFigure): string {
  const values = initialValues(figure.listParameters?.(input) ?? figure.parameters);
  const { panels } = figure.draw(figure.compute(values, input), values, input);
  return panels.map(formatPanel).join('\n');
}

function formatPanel(panel: Panel): string {
  return `${renderPanel(panel).replaceAll('><', '>\n<')}\n`;
}
