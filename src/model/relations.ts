import type { Fault } from '../lib/fault.ts';
import { buildEntryKey } from '../lib/label.ts';
import type { Located, LocatedContent, LocatedEntry } from '../lib/located.ts';
import { describeNearest } from '../lib/nearest.ts';
import { describeUnfitName, slugify } from '../lib/slug.ts';
import { mapKinds } from '../kinds/registry.ts';
import { listPages } from './address.ts';
import { checkEntryKeys } from './cross-reference.ts';

/** Finds faults that only show when entries are compared. */
export function checkRelations(content: LocatedContent): Fault[] {
  const { entries, keys, misplacedSlugs } = content;
  const threads = entries.filter(({ kind }) => kind === 'thread');
  const slugs = buildKnown([...threads.map(({ slug }) => slug), ...misplacedSlugs]);
  const works = buildKnown(keys);
  const entrySlugs = new Set(entries.map(({ slug }) => slug));
  return [
    ...entries.flatMap((entry) => [
      ...checkNames(entry.references, works, unknownReference),
      ...checkCitations(entry.citations, works, entrySlugs),
      ...checkNames(entry.threads, slugs, unknownThread),
      ...[entry.tags, entry.references, entry.threads].flatMap(checkRepeated),
    ]),
    ...checkEntryKeys(entries, misplacedSlugs),
    ...checkSlugs(entries),
    ...[...Map.groupBy(entries, ({ kind }) => kind).values()].flatMap(checkOrder),
    ...checkTags(entries.flatMap(({ tags }) => tags)),
    ...checkPageLinks(content),
  ];
}

/** Valid names, in order and as a set. */
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

const unknownThread: Advice = {
  rule: 'unknown-thread',
  expected: 'the slug of a thread: its file name in content/threads, without .mdx',
  fix: 'Correct the slug, or write the thread.',
};

/** Blank names and an empty list of known names are reported elsewhere. */
function checkNames(names: Located<string>[], known: Known, advice: Advice): Fault[] {
  return names
    .filter(({ value }) => known.list.length > 0 && value.trim() !== '' && !known.set.has(value))
    .map(({ value, place }) => ({
      ...advice,
      ...place,
      found: value,
      ...describeNearest(value, known.list),
    }));
}

/** In prose, the word after an @ may also be the slug of an entry, or no key at all. */
function checkCitations(
  citations: Located<string>[],
  keys: Known,
  slugs: ReadonlySet<string>,
): Fault[] {
  return checkNames(citations, keys, unknownReference).map(({ found, nearest, ...fault }) => {
    const meant = slugs.has(found) ? buildEntryKey(found) : nearest;
    return {
      ...fault,
      found: `@${found}`,
      ...(meant !== undefined && { nearest: `@${meant}` }),
      fix: `Correct the key, or add the work to content/references.bib; write \\@${found} if it cites nothing.`,
    };
  });
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

/** Slugs are unique across all kinds, so that references to entries are unambiguous. */
function checkSlugs(entries: LocatedEntry[]): Fault[] {
  const groups = Map.groupBy(entries, ({ slug }) => slug.toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ slug, file }) => ({
      rule: 'duplicate-slug',
      file,
      line: 1,
      column: 1,
      found: slug,
      expected: `a file name that is unique in the site; ${first?.file} has the same one`,
      fix: 'Rename one of the two files.',
    })),
  );
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

/** Tags with the same address must have the same spelling. The most frequent spelling counts as correct. */
function checkTags(tags: Located<string>[]): Fault[] {
  // Some file systems ignore case, and a letter such as ß or ς has more than one lower-case form.
  const spellings = Map.groupBy(tags, ({ value }) => slugify(value).toUpperCase());
  return [...spellings.values()].flatMap((group): Fault[] => {
    const slug = slugify(group[0]?.value ?? '');
    const unfit = describeUnfitName(slug);
    if (slug === '' || unfit !== undefined)
      return group
        .filter(({ value }) => value !== '')
        .map(({ value, place }) => ({
          rule: 'bad-tag',
          ...place,
          ...(unfit === undefined && { found: value }),
          expected: unfit ?? 'at least one letter or digit for the address of the tag',
          fix: unfit === undefined ? 'Write the tag in words.' : 'Write another tag.',
        }));
    const counts = Map.groupBy(group, ({ value }) => value);
    const [usual] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [''];
    return group
      .filter(({ value }) => value !== usual)
      .map(({ value, place }) => ({
        rule: 'tag-variants',
        ...place,
        found: value,
        expected: `one spelling of a tag everywhere; elsewhere it is “${usual}”`,
        nearest: usual,
        fix: 'Use the same spelling everywhere.',
      }));
  });
}

function checkPageLinks({ entries, misplacedSlugs, pageLinks }: LocatedContent): Fault[] {
  const described = mapKinds((name) =>
    entries
      .filter(({ kind }) => kind === name)
      .map(({ slug, tags }) => ({ slug, tags: tags.map(({ value }) => value) })),
  );
  const pages = listPages(described);
  const areTagsKnown = entries.every((entry) => entry.areTagsKnown);
  const known = new Set(pages.flatMap((page) => [page, encodeURI(page)]));
  const misplaced = new Set(misplacedSlugs);
  const isKnown = (page: string): boolean =>
    known.has(page) ||
    misplaced.has(/\/([^/]+)\/$/.exec(page)?.[1] ?? '') ||
    (!areTagsKnown && page.startsWith('/tags/'));
  return pageLinks
    .map(({ page, place }) => ({ found: page, page: page.replace(/[?#].*$/, ''), place }))
    .filter(({ found, page }) => found.trim() !== '' && !isKnown(page))
    .map(({ found, page, place }) => ({
      rule: 'unknown-page',
      ...place,
      found: page || found,
      expected: 'the path of a page of this site, with a slash at both ends',
      ...describeNearest(page.replace(/^[./]+|\.mdx?$/g, ''), pages),
      fix: 'Correct the address, or write the missing entry.',
    }));
}
