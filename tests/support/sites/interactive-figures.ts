import {
  interactiveFigureNames,
  interactiveFigures,
  type InteractiveFigureName,
} from '../../../src/figures/registry.ts';
import type { Parameter } from '../../../src/figures/shared/parameter.ts';
import { createChooser, type Chooser } from './chooser.ts';

/** Builds the tag of an interactive figure for an entry with a pipeline, or without one. */
export type BuildFigure = (id: string, caption: string, hasPipeline: boolean) => string;

/** Attributes of figures that have their own, for the table below. They take turns. */
const attributes: Partial<Record<InteractiveFigureName, string[]>> = {
  Plot: [
    ' title="Growth" kind="line" x="year" y="size" series="plot" low="least" high="most" xLabel="Year"',
    ' title="Growth" kind="scatter" x="year" y="size" panels="plot" yLabel="Size in m"',
  ],
};

/** The table of a plot, beside each entry. */
export const growth = [
  'year,plot,size,least,most',
  '2001,North,1.5,1,2',
  '2002,North,4,3,6',
  '2001,South,2,2,2.5',
  '2002,South,8,7,9',
  '',
].join('\n');

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
    const own = attributes[name]?.[count(name) % 2] ?? '';
    const folded = count(name) % 2 === 0 ? ' folded' : '';
    return `<${name} id="${id}"${source}${own}${values.join('')}${folded}>\n\n${caption}\n\n</${name}>\n`;
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
