import { splitKey } from '../bibliography/cite.ts';
import { kinds, listRelations, mapKinds, type TextName } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import { buildEntryKey } from '../lib/label.ts';
import { buildEdit, type Located, type LocatedContent, type LocatedEntry } from '../lib/located.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import { checkEntryKeys } from './cross-reference.ts';
import { checkFormerAddresses } from './former-address.ts';
import { checkPageAddresses, checkPublicFiles } from './page-address.ts';
import { checkPageLinks } from './page-links.ts';
import { checkCoauthors } from './people.ts';
import { checkTags } from './tag-spellings.ts';

/** Finds faults that only show when entries are compared. */
export function checkRelations(content: LocatedContent): Fault[] {
  const { entries, translations = [], keys, misplacedSlugs } = content;
  const slugs = mapKinds((name) => {
    const own = entries.filter(({ kind }) => kind === name).map(({ slug }) => slug);
    return buildKnown([...own, ...misplacedSlugs]);
  });
  const works = content.areKeysKnown ? buildKnown(keys) : undefined;
  // Two entries of one slug have other keys.
  const slugCounts = Map.groupBy(entries, ({ slug }) => slug);
  const entrySlugs = new Set(
    [...slugCounts.keys()].filter((slug) => slugCounts.get(slug)?.length === 1),
  );
  return [
    ...[...entries, ...translations].flatMap((entry) => [
      ...checkList(entry.references, works, unknownReference),
      ...checkCitations(entry.citations, works, entrySlugs),
      ...listRelations(entry.kind as TextName).flatMap(([, kind]) => {
        const named = entry.related.filter((one) => one.kind === kind);
        return [...checkList(named, slugs[kind], unknownEntry[kind]), ...checkRepeated(named)];
      }),
      ...[entry.tags, entry.references].flatMap(checkRepeated),
    ]),
    ...checkEntryKeys(entries, misplacedSlugs, translations),
    ...[...Map.groupBy(entries, ({ kind }) => kind).values()].flatMap(checkOrder),
    ...checkTags(entries.flatMap(({ tags }) => tags)),
    ...checkPageLinks(content),
    ...checkPageAddresses(content),
    ...checkPublicFiles(content),
    ...checkFormerAddresses(content),
    ...checkCoauthors(content),
  ];
}

/** Valid names, in order and as a set. Absent if they cannot be read. */
interface Known {
  list: readonly string[];
  set: ReadonlySet<string>;
}

const buildKnown = (list: readonly string[]): Known => ({ list, set: new Set(list) });

type Advice = Pick<Fault, 'rule' | 'expected' | 'fix'>;

const unknownReference: Advice = {
  rule: 'unknown-reference',
  expected: 'a key of content/references.bib',
  fix: 'Correct the key, or add the work to content/references.bib.',
};

/** The advice about a slug that no entry of a kind has. */
const unknownEntry = mapKinds((kind): Advice => {
  const { folder, label } = kinds[kind];
  const name = label.toLowerCase();
  return {
    rule: 'unknown-entry',
    expected: `the slug of a ${name}: its file name in content/${folder}, without .mdx`,
    fix: `Correct the slug, or write the ${name}.`,
  };
});

/** Checks the names of a list. A name that would then be there twice has no place in it. */
function checkList(names: Located<string>[], known: Known | undefined, advice: Advice): Fault[] {
  const listed = new Set(names.map(({ value }) => value));
  return checkNames(names, known, advice).map(({ nearest, edits, ...fault }) => {
    if (nearest === undefined) return fault;
    if (listed.has(nearest))
      return {
        ...fault,
        fix: `Remove it: “${nearest}” is in the list already. Or correct it to another.`,
      };
    return { ...fault, nearest, ...(edits && { edits }) };
  });
}

/** Blank names are reported elsewhere. */
function checkNames(names: Located<string>[], known: Known | undefined, advice: Advice): Fault[] {
  if (known === undefined) return [];
  return names
    .filter(({ value }) => value.trim() !== '' && !known.set.has(value))
    .map(({ value, place }) => {
      const near = nearest(value, known.list);
      const isSure = near !== undefined && isMisspelling(value, near, known.list);
      return {
        ...advice,
        ...place,
        found: value,
        ...(near !== undefined && { nearest: near }),
        ...(isSure && { edits: [buildEdit(place, value, near)] }),
      };
    });
}

/** In prose, the word after an @ may also be the slug of an entry, or no key at all. */
function checkCitations(
  citations: Located<string>[],
  keys: Known | undefined,
  slugs: ReadonlySet<string>,
): Fault[] {
  return checkNames(citations, keys, unknownReference).map(
    ({ found, nearest, edits, ...fault }) => {
      const isEntry = slugs.has(found);
      const split = isEntry ? undefined : splitKey(found, keys?.list ?? []);
      const near = isEntry ? buildEntryKey(found) : nearest;
      const meant = split ?? (near && `@${near}`);
      const isSure = split !== undefined || (!isEntry && edits !== undefined);
      return {
        ...fault,
        ...(isSure && meant !== undefined && { edits: [buildEdit(fault, `@${found}`, meant)] }),
        found: `@${found}`,
        ...(meant !== undefined && { nearest: meant }),
        fix: `Correct the key, or add the work to content/references.bib; write \\@${found} if it cites nothing.`,
      };
    },
  );
}

function checkRepeated(names: Located<string>[]): Fault[] {
  const known = new Set<string>();
  return names
    .filter(({ value }) => known.size === known.add(value).size)
    .map(({ value, place }) => ({
      rule: 'duplicate-value',
      ...place,
      found: value,
      expected: 'each item of the list only once',
      fix: 'Remove one of the two.',
    }));
}

/** Two entries of one kind cannot have the same `order`. */
function checkOrder(entries: LocatedEntry[]): Fault[] {
  const orders = entries.flatMap(({ order }) => order);
  const groups = Map.groupBy(orders, ({ value }) => value);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ place }) => ({
      rule: 'duplicate-order',
      ...place,
      expected: `an “order” that is unique among entries of its kind; ${first?.place.file} has the same one`,
      fix: 'Renumber the entries, or remove “order” from one of them.',
    })),
  );
}
