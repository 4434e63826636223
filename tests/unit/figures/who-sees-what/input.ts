import type { Pipeline } from '../../../../src/lib/pipeline.ts';

/** Each way in which an item can reach a party or not, in two stages, the first without a summary. */
export const input: Pipeline = {
  parties: ['Prover', 'Verifier', 'Archive'],
  stages: [
    {
      title: 'Proof',
      items: [
        { name: 'Witness', seenBy: ['Prover'], hiddenFrom: ['Verifier'], basis: 'Definition' },
        { name: 'Statement', seenBy: ['Prover', 'Verifier'], hiddenFrom: [] },
      ],
    },
    {
      title: 'Record',
      summary: 'What is kept.',
      items: [{ name: 'Hash', seenBy: ['Archive'], hiddenFrom: [] }],
    },
  ],
};

/** Two variants, of which an item of one name differs, and a party that is background. */
export const twoForms: Pipeline = {
  parties: ['Voter', 'Counter'],
  backgroundParties: ['Counter'],
  variants: { label: 'Count', options: ['In the open', 'Behind a door'] },
  stages: [
    {
      title: 'Vote',
      items: [
        { name: 'Ballot', seenBy: ['Voter', 'Counter'], hiddenFrom: [] },
        {
          name: 'Result',
          variant: 'In the open',
          seenBy: ['Voter', 'Counter'],
          hiddenFrom: [],
        },
        { name: 'Result', variant: 'Behind a door', seenBy: [], hiddenFrom: ['Counter'] },
      ],
    },
  ],
};
