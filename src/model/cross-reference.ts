import type { EntryTarget, Label } from '../lib/body-facts.ts';
import type { Fault } from '../lib/fault.ts';
import { buildEntryKey, parseEntryKey } from '../lib/label.ts';
import type { LocatedEntry } from '../lib/located.ts';
import { nearest } from '../lib/nearest.ts';
import { suggestSlug } from '../lib/slug.ts';
import { formatTitle } from '../lib/typography.ts';
import type { KindData, KindName } from '../kinds/registry.ts';
import { pagePaths } from './address.ts';
import type { Entry } from './graph.ts';

/** An entry with the parts of it that a text can refer to. */
interface Referred extends Entry<KindData<KindName>> {
  kind: KindName;
  labels: readonly Label[];
}

/** The title and address for references to an entry. */
export function buildEntryTarget({ kind, slug, data, labels }: Referred): EntryTarget {
  const address = pagePaths.entry(kind, slug);
  return { title: formatTitle(data.title, data.status), address, labels };
}

/** Finds references to unknown entries or parts. */
export function checkEntryKeys(
  entries: readonly Pick<LocatedEntry, 'slug' | 'entryKeys' | 'labels'>[],
  misplacedSlugs: readonly string[],
): Fault[] {
  // A misnamed or misplaced file counts under its corrected slug.
  const slugs = [...entries.map(({ slug }) => slug), ...misplacedSlugs].map(suggestSlug);
  const known = new Set(slugs);
  const bySlug = Map.groupBy(entries, ({ slug }) => suggestSlug(slug));
  const parts = new Map(
    Array.from(bySlug, ([slug, named]) => [slug, named.flatMap(({ labels }) => labels ?? [])]),
  );
  return entries
    .flatMap(({ entryKeys }) => entryKeys)
    .flatMap(({ value, place }): Fault[] => {
      const { slug = '', label } = parseEntryKey(value) ?? {};
      const found = `@${value}`;
      if (!known.has(slug)) {
        const near = nearest(slug, slugs);
        return [
          {
            ...unknownEntry,
            ...place,
            found,
            ...(near !== undefined && { nearest: `@${buildEntryKey(near, label)}` }),
          },
        ];
      }
      const named = bySlug.get(slug) ?? [];
      const labels = parts.get(slug) ?? [];
      const areKnown = named.length > 0 && named.every((entry) => entry.labels !== undefined);
      if (label === undefined || !areKnown || labels.includes(label)) return [];
      const near = nearest(label, labels);
      return [
        {
          rule: 'unmatched-label',
          ...place,
          found,
          expected: `the id of an equation, a figure, a table or a heading (sec-…) of the entry “${slug}”`,
          ...(near !== undefined && { nearest: `@${buildEntryKey(slug, near)}` }),
          fix: 'Correct the id, or add it to the intended element there.',
        },
      ];
    });
}

const unknownEntry: Pick<Fault, 'rule' | 'expected' | 'fix'> = {
  rule: 'unknown-entry',
  expected: 'the slug of an entry after @entry-: its file name, without .mdx',
  fix: 'Correct the slug, or write the entry.',
};
