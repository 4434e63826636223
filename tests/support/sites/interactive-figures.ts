import type { Parameter, Parameters } from '../../../src/figures/frame/parameter.ts';
import { parameters as latencyAccuracy } from '../../../src/figures/latency-accuracy/parameters.ts';
import { parameters as lengthCost } from '../../../src/figures/length-cost/parameters.ts';
import { parameters as oneLayerOneStep } from '../../../src/figures/one-layer-one-step/parameters.ts';
import { parameters as optimizerOrLookup } from '../../../src/figures/optimizer-or-lookup/parameters.ts';
import { parameters as sharpOrSmooth } from '../../../src/figures/sharp-or-smooth/parameters.ts';
import { parameters as tokenMixing } from '../../../src/figures/token-mixing/parameters.ts';
import type { InteractiveFigureName } from '../../../src/lib/interactive-figures.ts';
import type { Chooser } from './chooser.ts';

const parametersOf: Record<InteractiveFigureName, Parameters> = {
  LatencyAccuracy: latencyAccuracy,
  LengthCost: lengthCost,
  OneLayerOneStep: oneLayerOneStep,
  OptimizerOrLookup: optimizerOrLookup,
  SharpOrSmooth: sharpOrSmooth,
  TokenMixing: tokenMixing,
  WhoSeesWhat: {},
};

export const interactiveFigureNames = Object.keys(parametersOf) as InteractiveFigureName[];

/** Builds the tag of an interactive figure. Each parameter has a random value, or is left out. */
export function buildInteractiveFigure(
  chooser: Chooser,
  name: InteractiveFigureName,
  id: string,
  caption: string,
) {
  const values = new Map<string, string | number>();
  for (const [attribute, parameter] of Object.entries(parametersOf[name])) {
    const value = chooseValue(chooser, parameter);
    if (value !== undefined) values.set(attribute, value);
  }
  const attributes = Array.from(values, ([attribute, value]) => ` ${attribute}="${value}"`).join(
    '',
  );
  const source = name === 'LatencyAccuracy' ? ' src="./latency.csv"' : '';
  return `<${name} id="${id}"${source}${attributes}>\n\n${caption}\n\n</${name}>\n`;
}

function chooseValue(
  { below, pick, sometimes }: Chooser,
  parameter: Parameter,
): string | number | undefined {
  if (parameter.kind === 'choice') return sometimes(pick(Object.keys(parameter.options)));
  const { minimum, maximum, step, upTo } = parameter;
  // A parameter that another one limits must be valid for each of its values.
  const most = upTo === undefined ? maximum : Math.min(maximum, 4);
  const value = minimum + step * below(Math.round((most - minimum) / step) + 1);
  return sometimes(Number(value.toFixed(6)));
}
