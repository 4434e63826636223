import type { Fault, Rule } from '../lib/fault.ts';
import { describeNearest } from '../lib/nearest.ts';
import { slugify } from '../lib/slug.ts';
import { listPages } from './address.ts';

/** Where something stands: line and column from 1, and the text of that line. */
type Place = Pick<Fault, 'file' | 'line' | 'column' | 'found'>;

/** What an entry names outside itself. */
interface LocatedEntry {
  slug: string;
  tags: string[];
  references: string[];
  threads: string[];
  locate: (path: PropertyKey[]) => Place;
}

/** The parts of the content that name one another, with where each stands. */
export interface LocatedContent {
  threads: LocatedEntry[];
  papers: LocatedEntry[];
  /** The keys of the bibliography. */
  keys: string[];
  /** Every link from the content to a page of this site. */
  pageLinks: { page: string; place: Place }[];
}

/** Every fault that shows only when entries are held against one another. */
export function checkRelations(content: LocatedContent): Fault[] {
  const entries = [...content.threads, ...content.papers];
  const slugs = content.threads.map(({ slug }) => slug);
  return [
    ...entries.flatMap((entry) => [
      ...checkNames(entry, 'references', content.keys),
      ...checkNames(entry, 'threads', slugs),
    ]),
    ...checkSlugs(entries),
    ...checkTags(entries),
    ...checkPageLinks(content),
  ];
}

const namedThings = {
  references: {
    rule: 'unknown-reference',
    expected: 'a key of content/references.bib',
    mend: 'Correct the key, or add the work to content/references.bib.',
  },
  threads: {
    rule: 'unknown-thread',
    expected: 'the slug of a thread: its file name in content/threads, without .mdx',
    mend: 'Correct the slug, or write the thread.',
  },
} as const;

function checkNames(
  entry: LocatedEntry,
  field: 'references' | 'threads',
  known: string[],
): Fault[] {
  return entry[field].flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            ...namedThings[field],
            ...entry.locate([field, index]),
            found: name,
            ...describeNearest(name, known),
          },
        ],
  );
}

/** A slug names one entry of the whole site, so that a reference to it can mean only one. */
function checkSlugs(entries: LocatedEntry[]): Fault[] {
  const first = new Map<string, LocatedEntry>();
  return entries.flatMap((entry) => {
    const slug = entry.slug.toLowerCase();
    const other = first.get(slug);
    if (other === undefined) first.set(slug, entry);
    if (other === undefined) return [];
    const { file } = entry.locate([]);
    return [
      {
        rule: 'duplicate-slug',
        file,
        line: 1,
        column: 1,
        found: entry.slug,
        expected: `a file name that no other entry has; ${other.locate([]).file} has it`,
        mend: 'Rename one of the two files.',
      },
    ];
  });
}

/** Tags that would share an address must be spelt alike; the spelling that is used most is the right one. */
function checkTags(entries: LocatedEntry[]): Fault[] {
  const uses = entries.flatMap((entry) =>
    entry.tags.map((label, index) => ({ label, place: entry.locate(['tags', index]) })),
  );
  const spellings = Map.groupBy(uses, ({ label }) => slugify(label));
  return [...spellings.values()].flatMap((group) => {
    const counts = Map.groupBy(group, ({ label }) => label);
    const [usual] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [''];
    return group
      .filter(({ label }) => label !== usual)
      .map(({ label, place }) => ({
        rule: 'tag-variants' as const,
        ...place,
        found: label,
        expected: `one spelling of a tag everywhere; elsewhere it is “${usual}”`,
        nearest: usual,
        mend: 'Spell the tag as it is spelt elsewhere.',
      }));
  });
}

function checkPageLinks(content: LocatedContent): Fault[] {
  const pages = listPages(content);
  return content.pageLinks
    .filter(({ page }) => !pages.includes(page.replace(/[?#].*$/, '')))
    .map(({ page, place }) => ({
      rule: 'unknown-page',
      ...place,
      found: page,
      expected: 'a page of this site, from its root and with a slash at both ends',
      ...describeNearest(page, pages),
      mend: 'Correct the address, or write the entry that it leads to.',
    }));
}
