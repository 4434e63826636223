import { z } from 'astro/zod';
import type { Fault } from '../lib/fault.ts';
import { describeNearest } from '../lib/nearest.ts';
import type { Pipeline, PipelineItem } from '../lib/pipeline.ts';
import { listTexts } from '../lib/prose-fields.ts';
import { text, whenReadable } from './constraint.ts';

type Breach = Pick<Fault, 'rule' | 'expected' | 'fix'> & Partial<Pick<Fault, 'found' | 'nearest'>>;

/** Builds an issue for Zod. */
const issue = (path: (string | number)[], params: Breach) => ({
  code: 'custom' as const,
  path,
  params: { ...params },
});

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

/** Finds parties in items that are not in `parties`. Skips lists that cannot be read. */
function listUnknown({ parties, ...rest }: Pipeline) {
  const known = new Set(parties);
  return Object.keys(lists)
    .flatMap((list) => listTexts(rest, `stages[].items[].${list}[]`))
    .filter(({ text }) => text.trim() !== '' && !known.has(text.trim()))
    .map(({ path, text }) =>
      issue(path, {
        rule: 'wrong-type',
        found: text,
        expected: `a name from “parties”, one of: ${parties.join(', ')}`,
        ...describeNearest(text, parties),
        fix: 'Correct the name, or add the party to “parties”.',
      }),
    );
}

/** Finds repeated titles of stages and names of items. */
function listNamesakes(pipeline: Pipeline) {
  return ['stages[].title', 'stages[].items[].name'].flatMap((field) => {
    const known = new Set<string>();
    return listTexts(pipeline, field)
      .filter(({ text }) => known.size === known.add(text).size)
      .map(({ path, text }) =>
        issue(path, {
          rule: 'duplicate-value',
          found: text,
          expected: 'a name that is unique in the pipeline',
          fix: 'Rename one of the two.',
        }),
      );
  });
}

/** The parties of a system, and the items that each of them sees. */
export const pipeline: z.ZodType<Pipeline> = z
  .strictObject({
    parties,
    stages: z.array(stage).min(1).describe('The stages, from the first to the last'),
  })
  .superRefine(
    (pipeline, { addIssue }) => {
      [...listUnknown(pipeline), ...listNamesakes(pipeline)].forEach(addIssue);
    },
    { when: whenReadable({ parties }) },
  )
  .describe('A system: its parties, and the items that each of them sees, by stage');
