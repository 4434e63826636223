import { z } from 'astro/zod';
import type { Parameter, Parameters } from '../figures/shared/parameter.ts';
import { snapToGrid } from '../lib/grid.ts';
import { constrainedText, type Constraint } from './constraint.ts';

/** Values of a figure that an author writes: in its tag the initial ones, or in a link those to show. */
export type ParameterPlace = 'tag' | 'link';

const nouns = { tag: 'attribute', link: 'parameter' };

/** Names the value of a parameter. */
function describe({ label }: Parameter, place: ParameterPlace): string {
  return place === 'tag' ? `${label}, initial value` : label;
}

/** One field for each parameter. */
export function buildParameterFields(parameters: Parameters, place: ParameterPlace) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      buildField(parameter, place).optional(),
    ]),
  );
}

function buildField(parameter: Parameter, place: ParameterPlace) {
  const label = describe(parameter, place);
  if (parameter.kind === 'choice') return z.enum(Object.keys(parameter.options)).describe(label);
  const { minimum, maximum, step } = parameter;
  const base = parameter.kind === 'range' ? parameter.base : undefined;
  const power = base === undefined ? '' : `, as a power of ${base}`;
  const numbers = `a number from ${minimum} to ${maximum} in steps of ${step}`;
  return constrainedText(
    `${label}${power}: ${numbers}`,
    (text) => text !== '' && Number(text) === snapToGrid(Number(text), parameter),
    {
      rule: 'wrong-type',
      fix: `Write ${numbers}, or remove the ${nouns[place]}.`,
      grid: { minimum, maximum, step },
    },
  );
}

/** Refines these fields: a parameter that another one limits is not above it. */
export function checkLimits(parameters: Parameters, place: ParameterPlace) {
  return (values: Record<string, unknown>, context: z.core.$RefinementCtx) => {
    for (const [name, parameter] of Object.entries(parameters)) {
      if (parameter.kind !== 'range' || parameter.upTo === undefined) continue;
      const limit = Number(values[parameter.upTo] ?? parameters[parameter.upTo]?.initial);
      if (!(Number(values[name]) > limit)) continue;
      const params: Constraint = {
        rule: 'wrong-type',
        expected: `${describe(parameter, place)}: at most ${limit}, the value of “${parameter.upTo}”`,
        fix: `Write a number up to ${limit}, or raise “${parameter.upTo}”.`,
      };
      context.addIssue({ code: 'custom', path: [name], params: { ...params } });
    }
  };
}
