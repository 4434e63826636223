import { z } from 'astro/zod';
import type { Pipeline, PipelineItem } from '../lib/pipeline.ts';
import { text, whenReadable } from './constraint.ts';
import { issue, listItemNamesakes, listNameFaults } from './pipeline-names.ts';

const listRepeated = (names: readonly string[], path: string[]) => {
  const known = new Set<string>();
  return [...names.entries()]
    .filter(([, name]) => known.size === known.add(name).size)
    .map(([index, name]) =>
      issue([...path, index], {
        rule: 'duplicate-value',
        found: name,
        expected: 'each item of the list only once',
        fix: 'Remove one of the two.',
      }),
    );
};

// A drawing has room for six columns, with names of 24 letters above them.
const parties = z
  .array(text('The name of a party, of at most 24 letters').max(24))
  .min(2)
  .max(6)
  .superRefine((names, { addIssue }) => {
    listRepeated(names, []).forEach(addIssue);
  })
  .meta({
    description: 'Two to six parties, in display order',
    rule: 'wrong-type',
    fix: 'Write a list of two to six names, such as [Prover, Verifier].',
  });

const backgroundParties = z
  // The asterisk that marks them is a letter more.
  .array(text('A name from “parties”, of at most 23 letters').max(23))
  .describe('The parties that the literature has, and the text of the entry does not name')
  .exactOptional();

const variants = z
  .strictObject({
    label: text('What the variants differ in, such as Verification').max(24),
    options: z
      .array(text('The name of a variant, of at most 24 letters').max(24))
      .min(2)
      .max(4)
      .superRefine((names, { addIssue }) => {
        listRepeated(names, []).forEach(addIssue);
      })
      .meta({
        description: 'Two to four variants, the initial one first',
        rule: 'wrong-type',
        fix: 'Write a list of two to four names, such as [On a chain, Off the chain].',
      }),
  })
  .describe('The forms that the system can have, of which the figure shows one at a time')
  .exactOptional();

const reached = z.array(text('A name from “parties”')).default([]);
const lists = {
  seenBy: reached.describe('The parties that see it'),
  hiddenFrom: reached.describe('The parties that never see it; nothing is said about the others'),
};

/** Finds contradictions between the two lists of an item. */
function listContradictions({ seenBy, hiddenFrom }: Omit<PipelineItem, 'name'>) {
  const saysNothing = seenBy.length + hiddenFrom.length === 0;
  const nothing = issue(['seenBy'], {
    rule: 'missing-field',
    expected: 'seenBy or hiddenFrom, with at least one party',
    fix: 'Name a party that sees it in seenBy, or one that never sees it in hiddenFrom.',
  });
  const seeing = new Set(seenBy);
  const both = [...hiddenFrom.entries()]
    .filter(([, name]) => seeing.has(name))
    .map(([index, name]) =>
      issue(['hiddenFrom', index], {
        rule: 'duplicate-value',
        found: name,
        expected: 'a party that is not in seenBy',
        fix: 'Remove the party from one of the two lists.',
      }),
    );
  const repeated = Object.entries({ seenBy, hiddenFrom }).flatMap(([list, names]) =>
    listRepeated(names, [list]),
  );
  return [...(saysNothing ? [nothing] : []), ...repeated, ...both];
}

const item = z
  .strictObject({
    name: text('The name of the item, in a few words'),
    variant: text('A name from “variants”, if only that one has the item').exactOptional(),
    ...lists,
    basis: text('The source of this statement, such as Abstract or Background').exactOptional(),
    background: z
      .boolean()
      .describe(
        'Whether it is true of such systems in general, rather than stated about this one: true, false',
      )
      .exactOptional(),
  })
  .superRefine(
    (item, { addIssue }) => {
      listContradictions(item).forEach(addIssue);
    },
    { when: whenReadable(lists) },
  );

const stage = z.strictObject({
  title: text('The name of the stage'),
  summary: text('The work in this stage, in one sentence').exactOptional(),
  items: z.array(item).min(1).describe('The items of the stage, in order'),
});

const stages = z.array(stage).min(1).describe('The stages, from the first to the last');

/** The parties of a system, and the items that each of them sees. */
export const pipeline: z.ZodType<Pipeline> = z
  .strictObject({
    parties,
    backgroundParties,
    variants,
    stages,
  })
  .superRefine(
    (pipeline, { addIssue }) => {
      listNameFaults(pipeline).forEach(addIssue);
    },
    { when: whenReadable({ parties, variants }) },
  )
  .superRefine(
    (pipeline, { addIssue }) => {
      listItemNamesakes(pipeline).forEach(addIssue);
    },
    { when: whenReadable({ stages }) },
  )
  .describe('A system: its parties, and the items that each of them sees, by stage');
