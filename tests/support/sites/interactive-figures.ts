import { interactiveFigures, type InteractiveFigureName } from '../../../src/figures/registry.ts';
import type { Parameter } from '../../../src/figures/shared/parameter.ts';
import type { Chooser } from './chooser.ts';

/** The figures by name, so that a site keeps its figures when their list is reordered. */
export const figureNames = (Object.keys(interactiveFigures) as InteractiveFigureName[]).toSorted();

/** The tag of an interactive figure, in which each parameter has a value of its own, or is left out. */
export function buildInteractiveFigure(
  chooser: Chooser,
  name: InteractiveFigureName,
  id: string,
  caption: string,
) {
  const values = new Map<string, string | number>();
  const { parameters, data } = interactiveFigures[name];
  for (const [attribute, parameter] of Object.entries(parameters)) {
    const value = chooseValue(chooser, parameter);
    if (value !== undefined) values.set(attribute, value);
  }
  const attributes = Array.from(values, ([attribute, value]) => ` ${attribute}="${value}"`).join(
    '',
  );
  const source = data === undefined ? '' : ` src="${data.example}"`;
  return `<${name} id="${id}"${source}${attributes}>\n\n${caption}\n\n</${name}>\n`;
}

function chooseValue(
  { below, pick, sometimes }: Chooser,
  parameter: Parameter,
): string | number | undefined {
  if (parameter.kind === 'choice') return sometimes(pick(Object.keys(parameter.options)));
  const { minimum, maximum, step, upTo } = parameter;
  // A value that another parameter limits is below every value of that one.
  const most = upTo === undefined ? maximum : Math.min(maximum, 4);
  const value = minimum + step * below(Math.round((most - minimum) / step) + 1);
  return sometimes(Number(value.toFixed(6)));
}
