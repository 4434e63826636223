import type { Fault } from '../lib/fault.ts';
import { describeNearest } from '../lib/nearest.ts';
import type { Pipeline } from '../lib/pipeline.ts';
import { listTexts } from '../lib/prose-fields.ts';

type Breach = Pick<Fault, 'rule' | 'expected' | 'fix'> & Partial<Pick<Fault, 'found' | 'nearest'>>;

/** Builds an issue for Zod. */
export const issue = (path: (string | number)[], params: Breach) => ({
  code: 'custom' as const,
  path,
  params: { ...params },
});

/** Finds parties in items that are not in `parties`. Skips lists that cannot be read. */
function listUnknown({ parties, ...rest }: Pipeline) {
  const known = new Set(parties);
  return ['seenBy', 'hiddenFrom']
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

/** Finds background parties that are not in `parties`, and variants of items that are not in `variants`. */
function listUnknownNames(pipeline: Pipeline) {
  return [
    { field: 'backgroundParties[]', list: 'parties', names: pipeline.parties },
    {
      field: 'stages[].items[].variant',
      list: 'variants',
      names: pipeline.variants?.options ?? [],
    },
  ].flatMap(({ field, list, names }) =>
    listTexts(pipeline, field)
      .filter(({ text }) => text.trim() !== '' && !names.includes(text.trim()))
      .map(({ path, text }) =>
        issue(path, {
          rule: 'wrong-type',
          found: text,
          expected: `a name from “${list}”${names.length > 0 ? `, one of: ${names.join(', ')}` : ''}`,
          ...describeNearest(text, names),
          fix: `Correct the name, or add it to “${list}”.`,
        }),
      ),
  );
}

const describeNamesake = (path: (string | number)[], name: string) =>
  issue(path, {
    rule: 'duplicate-value',
    found: name,
    expected: 'a name that is unique in the pipeline',
    fix: 'Rename one of the two.',
  });

/** Finds repeated titles of stages. */
function listNamesakes(pipeline: Pipeline) {
  const known = new Set<string>();
  return listTexts(pipeline, 'stages[].title')
    .filter(({ text }) => known.size === known.add(text).size)
    .map(({ path, text }) => describeNamesake(path, text));
}

/** Finds repeated names of items. Items of two variants can have one name, since no reader sees both. */
export function listItemNamesakes({ stages }: Pipeline) {
  const known = new Map<string, Set<string | undefined>>();
  return stages.flatMap(({ items }, stage) =>
    items.flatMap(({ name, variant }, item) => {
      const variants = known.get(name) ?? new Set();
      known.set(name, variants);
      const isKnown =
        variants.has(undefined) ||
        variants.has(variant) ||
        (variant === undefined && variants.size > 0);
      variants.add(variant);
      return isKnown ? [describeNamesake(['stages', stage, 'items', item, 'name'], name)] : [];
    }),
  );
}

/** Finds names in a pipeline that are in none of its lists, and repeated titles of stages. */
export function listNameFaults(pipeline: Pipeline) {
  return [...listUnknown(pipeline), ...listUnknownNames(pipeline), ...listNamesakes(pipeline)];
}
