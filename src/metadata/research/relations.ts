import { slugify } from '../../lib/slug.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { WrittenSite } from '../../model/source.ts';
import type { Relation } from './schema.ts';

/** The relations between entries, tags and works. `find` makes addresses absolute. */
export function listRelations(
  { entries }: WrittenSite,
  find: (address: string) => string,
): Relation[] {
  const slugs = new Map(entries.map(({ entry }) => [entry.address, entry.id]));
  const listSlugs = (links: readonly EntryLink[] = []) =>
    links.flatMap(({ address }) => slugs.get(address) ?? []);
  const relate = (
    kind: 'part-of' | 'accompanies' | 'related',
    from: string,
    links?: readonly EntryLink[],
  ) => listSlugs(links).map((to): Relation => ({ kind, from, to }));
  return [
    ...entries.flatMap(({ entry }) => relate('part-of', entry.id, entry.partOf)),
    ...entries.flatMap(({ entry }) => relate('accompanies', entry.id, entry.accompanies)),
    ...entries.flatMap(({ entry }) => relate('related', entry.id, entry.siblings)),
    ...entries.flatMap(({ entry }) =>
      entry.tags.map(({ label }): Relation => {
        return { kind: 'tagged', from: entry.id, to: slugify(label) };
      }),
    ),
    ...entries.flatMap(({ entry, text }) =>
      text.references.map(({ key, number, places }): Relation => {
        const addresses = places.map(({ address }) => find(entry.address + address));
        return { kind: 'cites', from: entry.id, to: key, number, places: addresses };
      }),
    ),
  ];
}
