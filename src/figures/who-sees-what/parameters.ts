import type { Pipeline } from '../../lib/pipeline.ts';
import type { ChoiceParameter } from '../shared/parameter.ts';
import { findCentralParty } from './core.ts';

/** The parties to choose from are those of a pipeline; without one there are none. */
export const parameters: { readonly party: ChoiceParameter } = {
  party: { kind: 'choice', label: 'Party', options: {}, initial: '' },
};

/** The same for a pipeline: its parties by their names. */
export function listParties(pipeline: Pipeline): typeof parameters {
  return {
    party: {
      ...parameters.party,
      options: Object.fromEntries(pipeline.parties.map((name) => [name, name])),
      initial: findCentralParty(pipeline),
    },
  };
}
