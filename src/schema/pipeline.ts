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
        expected: 'each item of the list once',
        fix: 'Take one of the two out.',
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
    description: 'The parties, from two to six, in the order in which they are shown',
    rule: 'wrong-type',
    fix: 'Write a list of two to six names, as [Prover, Verifier].',
  });

const reached = z.array(text('A name of “parties”')).default([]);
const lists = {
  seenBy: reached.describe('The parties that it reaches'),
  hiddenFrom: reached.describe('The parties that it never reaches; of the rest nothing is said'),
};

/** Finds contradictions between the two lists of an item. */
function listContradictions({ seenBy, hiddenFrom }: Omit<PipelineItem, 'name'>) {
  const saysNothing = seenBy.length + hiddenFrom.length === 0;
  const nothing = issue(['seenBy'], {
    rule: 'missing-field',
    expected: 'seenBy or hiddenFrom, with at least one party',
    fix: 'Name a party that it reaches in seenBy, or one that it never reaches in hiddenFrom.',
  });
  const seeing = new Set(seenBy);
  const both = [...hiddenFrom.entries()]
    .filter(([, name]) => seeing.has(name))
    .map(([index, name]) =>
      issue(['hiddenFrom', index], {
        rule: 'duplicate-value',
        found: name,
        expected: 'a party that seenBy does not name',
        fix: 'Take the party out of one of the two lists.',
      }),
    );
  const repeated = Object.entries({ seenBy, hiddenFrom }).flatMap(([list, names]) =>
    listRepeated(names, [list]),
  );
  return [...(saysNothing ? [nothing] : []), ...repeated, ...both];
}

const item = z
  .strictObject({
    name: text('What it is, in a few words'),
    ...lists,
    basis: text('Where that is known from, as Abstract or Background').exactOptional(),
    background: z
      .boolean()
      .describe(
        'Whether it holds of such systems in general, and is not said of this one: true, false',
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
  summary: text('What is done in it, in one sentence').exactOptional(),
  items: z.array(item).min(1).describe('What comes up in it, in order'),
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
        expected: `a name of “parties” (one of ${parties.join(', ')})`,
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
          expected: 'a name that no other of its kind in the pipeline has',
          fix: 'Give one of the two another name.',
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
  .describe(
    'Who sees what in the system that it is about: the parties, and what comes up by stage',
  );
