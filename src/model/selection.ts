import { kindNames, kinds, mapKinds, type KindName } from '../kinds/registry.ts';
import { slugify } from '../lib/slug.ts';
import { feedPath, pagePaths } from './address.ts';
import type { EntryRow } from './site.ts';
import type { Words } from '../words/words.ts';

/** An option of the filter. */
export interface Choice {
  label: string;
  /** The number of entries that remain when this option joins the current choices. */
  count: number;
  /** The page of these entries; absent if there are none. */
  address?: string;
  isCurrent: boolean;
}

/** Entries filtered by kind and tag, with links to every other choice. */
export interface Selection {
  rows: EntryRow[];
  /** The number of all entries. */
  total: number;
  /** Whether the rows are filtered by kind, so that a label for each would be redundant. */
  isOfOneKind: boolean;
  /** For example `Showing 2 of 4 entries`. */
  summary: string;
  /** The unfiltered page; absent if there is no filter. */
  clear?: string;
  /** Empty if all entries are of one kind, or few. */
  kinds: Choice[];
  /** Empty if no entry has a tag, or there are few entries. */
  tags: Choice[];
  tag: string | undefined;
}

/** The page of a tag, or of a tag and a kind. */
export interface TagPage {
  /** The segments of its address below `/tags/`. */
  params: { tag: string; kind: string | undefined };
  address: string;
  /** The tag in the author's spelling. */
  label: string;
  /** Always differs from the title of an entry with the same name as the tag. */
  title: string;
  heading: string;
  description: string;
  selection: Selection;
  /** The address of the feeds of the tag without extension, on its page for all kinds. */
  feed?: string;
}

export interface Selections {
  all: Selection;
  kinds: Record<KindName, Selection>;
  /** A page for each tag, and for each kind with entries of that tag. */
  tagged: TagPage[];
}

/** An index of so many entries needs no filter: all of them are seen at once. */
const mostUnfiltered = 10;

interface Criteria {
  kind?: KindName | undefined;
  tag?: string | undefined;
}

/**
 * Filters `rows` by each kind, by each of `tags`, and by both if any rows remain. Without a filter, those in `shown`
 * remain. If `hasFeeds`, a tag with a dated entry has feeds.
 */
export function buildSelections(
  rows: EntryRow[],
  shown: EntryRow[],
  tags: string[],
  address: (path: string) => string,
  words: Words,
  hasFeeds: boolean,
): Selections {
  const { list } = words;
  /** Every kind with entries, with undefined first for all kinds. */
  const choices = [
    undefined,
    ...kindNames.filter((name) => rows.some(({ kind }) => kind === name)),
  ];
  const isLong = rows.length > mostUnfiltered;
  const rowsOf = new Map(tags.map((tag) => [tag, rows.filter((row) => row.tags.includes(tag))]));
  const find = ({ kind, tag }: Criteria): EntryRow[] => {
    if (kind === undefined && tag === undefined) return shown;
    const tagged = tag === undefined ? rows : (rowsOf.get(tag) ?? []);
    return tagged.filter((row) => kind === undefined || row.kind === kind);
  };
  const choose = (name: string, criteria: Criteria, isCurrent: boolean): Choice => {
    const found = find(criteria);
    const count = found.length;
    const isChosen = found === shown && count < rows.length;
    const label = name === list.all && isChosen ? list.selected : name;
    return { label, count, ...(count > 0 && { address: address(findPath(criteria)) }), isCurrent };
  };
  const select = ({ kind, tag }: Criteria): Selection => ({
    rows: find({ kind, tag }),
    total: rows.length,
    isOfOneKind: kind !== undefined,
    summary: summarize(find({ kind, tag }).length, rows.length, words),
    ...((kind ?? tag) !== undefined && { clear: address(findPath({})) }),
    kinds: (isLong && choices.length > 2 ? choices : []).map((value) =>
      choose(value ? words.kinds[value].plural : list.all, { kind: value, tag }, value === kind),
    ),
    tags: (isLong && tags.length > 0 ? [undefined, ...tags] : []).map((value) =>
      choose(value ?? list.any, { kind, tag: value }, value === tag),
    ),
    tag,
  });
  const selectTag = (tag: string): TagPage[] =>
    choices
      .filter((kind) => find({ kind, tag }).length > 0)
      .map((kind) => ({ kind, plural: kind && words.kinds[kind].inSentence }))
      .map(({ kind, plural = list.entriesInSentence }) => ({
        params: { tag: slugify(tag), kind: kind && kinds[kind].folder },
        address: address(findPath({ kind, tag })),
        label: tag,
        title: words.format(list.tagged, { tag, plural }),
        heading: kind === undefined ? tag : words.format(list.tagged, { tag, plural }),
        description: words.format(kind ? words.kinds[kind].ofTag : list.entriesOfTag, { tag }),
        selection: select({ kind, tag }),
        ...(hasFeeds &&
          kind === undefined &&
          find({ tag }).some(({ updated }) => updated !== undefined) && {
            feed: address(feedPath(pagePaths.tag(tag))),
          }),
      }));
  return {
    all: select({}),
    kinds: mapKinds((kind) => select({ kind })),
    tagged: tags.flatMap(selectTag),
  };
}

function findPath({ kind, tag }: Criteria): string {
  if (tag === undefined) return kind === undefined ? pagePaths.home() : pagePaths.kind(kind);
  return kind === undefined ? pagePaths.tag(tag) : pagePaths.taggedKind(tag, kind);
}

/** “Showing 2 of 4 entries”. */
export function summarize(count: number, total: number, words: Words): string {
  return words.format(words.list.shown, { shown: count, count: total });
}
