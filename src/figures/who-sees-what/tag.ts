import type { Parameters } from '../shared/parameter.ts';
import type { FigureTag } from '../shared/tag.ts';
import { listVariants, parameters } from './parameters.ts';

export const tag: FigureTag = {
  title: 'Who sees what',
  description: 'The pipeline of the entry’s fields: what reaches each party, and what never does',
  // The parties to choose from are those of the entry.
  parameters: {},
  field: { name: 'pipeline', meaning: 'which says who sees what', listParameters },
};

function listParameters(pipeline: unknown): Parameters | undefined {
  const { parties, variants } = (pipeline ?? {}) as { parties?: unknown; variants?: unknown };
  if (!Array.isArray(parties) || parameters.party === undefined) return undefined;
  const options = Object.fromEntries(parties.map((name) => [String(name), String(name)]));
  const { options: names } = (variants ?? {}) as { options?: unknown };
  return {
    party: { ...parameters.party, options },
    ...(Array.isArray(names) && { variant: listVariants('Variant', names.map(String)) }),
  };
}
