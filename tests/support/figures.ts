import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import { interactiveFigureNames, nameFolder } from '../../src/figures/registry.ts';
import {
  panelWidths,
  type InteractiveFigure,
} from '../../src/figures/shared/interactive-figure.ts';
import { renderPanels } from '../../src/figures/shared/markup.ts';
import { initialValues } from '../../src/figures/shared/parameter.ts';

/** An interactive figure, by the name of its folder. */
export interface NamedFigure {
  name: string;
  figure: InteractiveFigure;
  /** Data for a figure that takes some. */
  input?: unknown;
}

/** Every interactive figure; `tests/unit/figures/<name>/input.ts` has the data of those that take some. */
export function listFigures(): Promise<NamedFigure[]> {
  const names = interactiveFigureNames.map(nameFolder).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const folder = join(projectFolder, 'src/figures', name);
      const [figure] = Object.values(await load<InteractiveFigure>(folder, 'figure.ts'));
      if (figure === undefined) throw new Error(`${folder}/figure.ts exports no figure.`);
      const tests = join(projectFolder, 'tests/unit/figures', name);
      const { input } = await load(tests, 'input.ts');
      return { name, figure, input };
    }),
  );
}

/** The exports of a module; none where the module does not exist. */
async function load<Value = unknown>(
  folder: string,
  file: string,
): Promise<Partial<Record<string, Value>>> {
  const path = join(folder, file);
  return existsSync(path) ? ((await import(path)) as Record<string, Value>) : {};
}

/** The panels of a figure with its initial values, one element on a line. */
export function drawInitial({ figure, input }: NamedFigure): string {
  const values = initialValues(figure.listParameters?.(input) ?? figure.parameters);
  const result = figure.compute(values, input);
  const draw = (width: number) => figure.draw(result, values, input, width);
  return renderPanels(draw(panelWidths.wide), draw(panelWidths.narrow)).map(formatPanel).join('\n');
}

function formatPanel(panel: string): string {
  return `${panel.replaceAll('><', '>\n<')}\n`;
}
