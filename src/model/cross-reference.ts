import type { EntryTarget, Label } from '../lib/body-facts.ts';
import type { Fault } from '../lib/fault.ts';
import { buildEntryKey, parseEntryKey } from '../lib/label.ts';
import { buildEdit, type LocatedEntry } from '../lib/located.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import { suggestSlug } from '../lib/slug.ts';
import { texts, type TextData, type TextName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';
import type { Entry } from './graph.ts';
import { markTitle } from './marked-text.ts';
import { openTitle } from '../words/title.ts';
import type { Words } from '../words/words.ts';

/** An entry with the parts of it that a text can refer to. */
interface Referred extends Entry<TextData<TextName>> {
  kind: TextName;
  labels: readonly Label[];
}

/** The title and address for references to an entry. */
export function buildEntryTarget(
  { kind, slug, data, labels }: Referred,
  words: Words,
): EntryTarget {
  const address = pagePaths.entry(kind, slug);
  const opening = 'status' in data ? openTitle(data.status, words) : '';
  return { title: markTitle(data.title, opening).title, address, labels };
}

type Named = Pick<LocatedEntry, 'kind' | 'slug' | 'entryKeys' | 'labels'>;

/** Finds references to unknown entries or parts, and to one of two entries with the same slug. No reference names a translation. */
export function checkEntryKeys(
  entries: readonly Named[],
  misplacedSlugs: readonly string[],
  translations: readonly Named[] = [],
): Fault[] {
  // A misnamed or misplaced file counts under its corrected slug.
  const named = entries.map((entry) => ({ entry, slug: suggestSlug(entry.slug) }));
  const bySlug = Map.groupBy(named, ({ slug }) => slug);
  const byPath = Map.groupBy(named, ({ entry, slug }) => nameEntry(entry.kind, slug));
  const slugs = [...bySlug.keys(), ...misplacedSlugs.map(suggestSlug)];
  const known = new Set(slugs);
  const find = (name: string) => [...(bySlug.get(name) ?? byPath.get(name) ?? [])];
  const listLabels = (name: string) => find(name).flatMap(({ entry }) => entry.labels ?? []);

  const check = (name: string, label: string | undefined): Breach | undefined => {
    const found = find(name);
    if (found.length > 1)
      return {
        ...unknownEntry,
        expected: `one entry; ${found.map(({ entry }) => `@${buildEntryKey(nameEntry(entry.kind, name))}`).join(' and ')} have this slug`,
        fix: 'Write the folder before the slug.',
      };
    if (found.length === 0 && !known.has(name)) {
      const [start = '', ...rest] = name.split('/');
      // Words after a slug that are the id of no part.
      if (rest.length > 0 && known.has(start)) return check(start, rest.join('/'));
      const names = rest.length > 0 ? [...byPath.keys()] : slugs;
      const near = nearest(name, names);
      const isWhole = label === undefined || listLabels(near ?? '').includes(label);
      const isGood = near !== undefined && isWhole && find(near).length < 2;
      if (!isGood) return unknownEntry;
      const isSure = isMisspelling(name, near, names);
      return { ...unknownEntry, nearest: `@${buildEntryKey(near, label)}`, isSure };
    }
    const labels = listLabels(name);
    const areKnown = found.length > 0 && found.every(({ entry }) => entry.labels !== undefined);
    if (label === undefined || !areKnown || labels.includes(label)) return undefined;
    const near = nearest(label, labels);
    return {
      rule: 'unmatched-label',
      expected: `the id of an equation, a figure, a table or a heading (sec-…) of the entry “${name}”`,
      ...(near !== undefined && {
        nearest: `@${buildEntryKey(name, near)}`,
        isSure: isMisspelling(label, near, labels),
      }),
      fix: 'Correct the id, or add it to the intended element there.',
    };
  };

  return [...entries, ...translations]
    .flatMap(({ entryKeys }) => entryKeys)
    .flatMap(({ value, place }): Fault[] => {
      const { name = '', label } = parseEntryKey(value) ?? {};
      const breach = check(name, label);
      if (breach === undefined) return [];
      const { isSure = false, ...fault } = breach;
      const found = `@${value}`;
      const edits = isSure && [buildEdit(place, found, fault.nearest ?? found)];
      return [{ ...place, found, ...fault, ...(edits && { edits }) }];
    });
}

type Breach = Pick<Fault, 'rule' | 'expected' | 'fix' | 'nearest'> & { isSure?: boolean };

const unknownEntry: Breach = {
  rule: 'unknown-entry',
  expected: 'the slug of an entry after @entry-: its file name, without .mdx',
  fix: 'Correct the slug, or write the entry.',
};

/** The folder and the slug of an entry. */
function nameEntry(kind: string, slug: string): string {
  return `${texts[kind as TextName].folder}/${slug}`;
}
