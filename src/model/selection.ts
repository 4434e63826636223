import { kindNames, kinds, mapKinds, type KindName } from '../kinds/registry.ts';
import { slugify } from '../lib/slug.ts';
import { feedPath, pagePaths } from './address.ts';
import type { EntryRow } from './site.ts';

/** One value of the filter. */
export interface Choice {
  label: string;
  /** How many entries it leaves, beside what else is chosen. */
  count: number;
  /** Where they are listed; absent where there are none. */
  address?: string;
  isCurrent: boolean;
}

/** Some of the entries, by kind and by tag, with every other choice from there. */
export interface Selection {
  rows: EntryRow[];
  /** Whether the rows are of one kind by choice, so that naming it beside each would say nothing. */
  isOfOneKind: boolean;
  /** As `Showing 2 of 4 entries`. */
  summary: string;
  /** Where everything is listed; absent where nothing is left out by choice. */
  clear?: string;
  kinds: Choice[];
  /** Empty where no entry has a tag. */
  tags: Choice[];
  /** The tag that is chosen. */
  tag: string | undefined;
}

/** The page of a tag, or of a tag and a kind. */
export interface TagPage {
  /** The parts of its address below `/tags/`. */
  params: { tag: string; kind: string | undefined };
  address: string;
  /** The tag as the author wrote it. */
  label: string;
  /** Never that of an entry that is called as the tag is. */
  title: string;
  heading: string;
  description: string;
  selection: Selection;
  /** Where the feeds of the tag are, without their endings, on the page of all that carries it. */
  feed?: string;
}

/** Every selection of the site. */
export interface Selections {
  all: Selection;
  kinds: Record<KindName, Selection>;
  /** One for each tag, and for each kind of what carries it. */
  tagged: TagPage[];
}

/** Every kind, after undefined for all of them. */
const choices = [undefined, ...kindNames];

/** What is asked of an entry. */
interface Criteria {
  kind?: KindName | undefined;
  tag?: string | undefined;
}

/**
 * Selects from `rows` by each kind, by each of `tags`, and by both where that leaves something. Where there
 * are feeds, each tag has its own once an entry with a date carries it.
 */
export function buildSelections(
  rows: EntryRow[],
  tags: string[],
  address: (path: string) => string,
  hasFeeds: boolean,
): Selections {
  const rowsOf = new Map(tags.map((tag) => [tag, rows.filter((row) => row.tags.includes(tag))]));
  const find = ({ kind, tag }: Criteria): EntryRow[] =>
    (tag === undefined ? rows : (rowsOf.get(tag) ?? [])).filter(
      (row) => kind === undefined || row.kind === kind,
    );
  const choose = (label: string, criteria: Criteria, isCurrent: boolean): Choice => {
    const count = find(criteria).length;
    return { label, count, ...(count > 0 && { address: address(findPath(criteria)) }), isCurrent };
  };
  const select = ({ kind, tag }: Criteria): Selection => ({
    rows: find({ kind, tag }),
    isOfOneKind: kind !== undefined,
    summary: summarize(find({ kind, tag }).length, rows.length),
    ...((kind ?? tag) !== undefined && { clear: address(findPath({})) }),
    kinds: choices.map((value) =>
      choose(value ? kinds[value].plural : 'All', { kind: value, tag }, value === kind),
    ),
    tags: (tags.length > 0 ? [undefined, ...tags] : []).map((value) =>
      choose(value ?? 'Any', { kind, tag: value }, value === tag),
    ),
    tag,
  });
  const selectTag = (tag: string): TagPage[] =>
    choices
      .filter((kind) => find({ kind, tag }).length > 0)
      .map((kind) => ({ kind, folder: kind && kinds[kind].folder }))
      .map(({ kind, folder }) => ({
        params: { tag: slugify(tag), kind: folder },
        address: address(findPath({ kind, tag })),
        label: tag,
        title: `${tag}: ${folder ?? 'entries'}`,
        heading: folder === undefined ? tag : `${tag}: ${folder}`,
        description: `${kind ? kinds[kind].plural : 'Entries'} about ${tag}.`,
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

function summarize(count: number, total: number): string {
  return `Showing ${count} of ${total} ${total === 1 ? 'entry' : 'entries'}`;
}
