import type { Pipeline } from '../../lib/pipeline.ts';
import type { ChoiceParameter } from '../shared/parameter.ts';
import { findCentralParty, markParty, selectVariant } from './core.ts';

/** Choices by the names that stand in an address. */
export type Choices = Readonly<Record<string, ChoiceParameter>>;

const party: ChoiceParameter = { kind: 'choice', label: 'Party', options: {}, initial: '' };

/** The parties to choose from are those of a pipeline; without one there are none. */
export const parameters: Choices = { party };

/** The same for a pipeline: its parties by their names, and its variants if it has any. */
export function listParameters(pipeline: Pipeline): Choices {
  const { parties, variants } = pipeline;
  return {
    party: {
      ...party,
      options: Object.fromEntries(parties.map((name) => [name, markParty(name, pipeline)])),
      initial: findCentralParty(selectVariant(pipeline, variants?.options[0])),
    },
    ...(variants && { variant: listVariants(variants.label, variants.options) }),
  };
}

/** The variants of a pipeline by their names, the initial one first. */
export function listVariants(label: string, names: readonly string[]): ChoiceParameter {
  return {
    kind: 'choice',
    label,
    options: Object.fromEntries(names.map((name) => [name, name])),
    initial: names[0] ?? '',
  };
}
