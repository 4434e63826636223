import {
  interactiveFigureNames,
  interactiveFigures,
  type InteractiveFigureName,
} from '../../../src/figures/registry.ts';
import type { Parameter } from '../../../src/figures/shared/parameter.ts';
import { createChooser, type Chooser } from './chooser.ts';

/** Builds the tag of an interactive figure for an entry with a pipeline, or without one. */
export type BuildFigure = (id: string, caption: string, hasPipeline: boolean) => string;

/** The attributes that a figure cannot be without, for the table below. */
const required: Partial<Record<InteractiveFigureName, string>> = {
  Plot: ' title="Growth" kind="line" x="year" y="size" series="plot"',
};

/** The table of a plot, beside each entry. */
export const growth = 'year,plot,size\n2001,North,1.5\n2002,North,4\n2001,South,2\n2002,South,8\n';

/**
 * Builds tags in which every figure has its turn, is folded every second time, and each of its parameters has a value
 * every second time. The choices
 * are apart from those of the rest of a site, which stays as it is when there are more figures.
 */
export function createFigureBuilder(seed: number): BuildFigure {
  const chooser = createChooser(seed);
  const counts = new Map(interactiveFigureNames.map((name) => [name, 0]));
  const count = (name: InteractiveFigureName) => counts.get(name) ?? 0;
  return (id, caption, hasPipeline) => {
    const [name = 'OneLayerOneStep'] = interactiveFigureNames
      .filter((name) => interactiveFigures[name].field === undefined || hasPipeline)
      .toSorted((a, b) => count(a) - count(b));
    counts.set(name, count(name) + 1);
    const { parameters, data } = interactiveFigures[name];
    const values = Object.entries(parameters)
      .filter((_, index) => (index + count(name)) % 2 === 0)
      .map(([attribute, parameter]) => ` ${attribute}="${chooseValue(chooser, parameter)}"`);
    const source = data === undefined ? '' : ` src="${data.example}"`;
    const folded = count(name) % 2 === 0 ? ' folded' : '';
    return `<${name} id="${id}"${source}${required[name] ?? ''}${values.join('')}${folded}>\n\n${caption}\n\n</${name}>\n`;
  };
}

function chooseValue({ below, pick }: Chooser, parameter: Parameter): string | number {
  if (parameter.kind === 'choice') return pick(Object.keys(parameter.options));
  const { minimum, maximum, step } = parameter;
  const upTo = parameter.kind === 'range' ? parameter.upTo : undefined;
  // A parameter that another one limits must be valid for each of its values.
  const most = upTo === undefined ? maximum : Math.min(maximum, 4);
  const value = minimum + step * below(Math.round((most - minimum) / step) + 1);
  return Number(value.toFixed(6));
}
