import type { FigureTag } from '../shared/tag.ts';

export const tag: FigureTag = {
  description: 'The pipeline of the entry’s fields: what reaches each party, and what never does',
  // The parties to choose from are those of the entry.
  parameters: {},
  field: { name: 'pipeline', meaning: 'which says who sees what' },
};
