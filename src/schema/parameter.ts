import { z } from 'astro/zod';
import type { Parameter, Parameters } from '../figures/shared/parameter.ts';
import { snapToGrid } from '../lib/grid.ts';
import { constrainedText, type Constraint } from './constraint.ts';

/** The attributes of a figure's tag that set initial values: one for each parameter. */
export function buildParameterFields(parameters: Parameters) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, buildField(parameter).optional()]),
  );
}

function buildField(parameter: Parameter) {
  const { label } = parameter;
  if (parameter.kind === 'choice') {
    return z.enum(Object.keys(parameter.options)).describe(`${label}, initial value`);
  }
  const { minimum, maximum, step, base } = parameter;
  const power = base === undefined ? '' : `, as a power of ${base}`;
  const numbers = `a number from ${minimum} to ${maximum} in steps of ${step}`;
  return constrainedText(
    `${label}, initial value${power}: ${numbers}`,
    (text) => text !== '' && Number(text) === snapToGrid(Number(text), parameter),
    {
      rule: 'wrong-type',
      fix: `Write ${numbers}, or remove the attribute.`,
      grid: { minimum, maximum, step },
    },
  );
}

/** Refines a tag: a parameter that another one limits is not above it. */
export function checkLimits(parameters: Parameters) {
  return (values: Record<string, unknown>, context: z.core.$RefinementCtx) => {
    for (const [name, parameter] of Object.entries(parameters)) {
      if (parameter.kind === 'choice' || parameter.upTo === undefined) continue;
      const limit = Number(values[parameter.upTo] ?? parameters[parameter.upTo]?.initial);
      if (!(Number(values[name]) > limit)) continue;
      const params: Constraint = {
        rule: 'wrong-type',
        expected: `${parameter.label}, initial value: at most ${limit}, the value of “${parameter.upTo}”`,
        fix: `Write a number up to ${limit}, or raise “${parameter.upTo}”.`,
      };
      context.addIssue({ code: 'custom', path: [name], params: { ...params } });
    }
  };
}
