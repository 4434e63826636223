import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { viewBuilders, type Part } from '../kinds/views.ts';
import { mostOnPage, pagePaths } from './address.ts';
import type { EntryLink, EntryView, PagePart } from './entry.ts';
import type { IndexPage } from './index-page.ts';
import { summarize, type Selection } from './selection.ts';
import type { Words } from '../words/words.ts';

/** A part of a list of entries. */
export interface ListPart extends PagePart {
  /** Numbered from 1 on each page. */
  entries: { number: number; entry: EntryView }[];
}

/** A link to a part of a list, with the number of entries there. */
export interface PartLink extends EntryLink {
  count: number;
}

/** A page that lists entries of a kind: all, or those of one status or year. */
export interface ListPage extends IndexPage {
  kind: KindName;
  /** The segments of its address. */
  params: { kind: string; part: string | undefined };
  selection: Selection;
  /** One part without a heading, if there are few entries. */
  parts: ListPart[];
  isLong: boolean;
  /** Links to every part of the whole list; empty if all are on this page and there are at most two. */
  links: PartLink[];
}

/** Builds the pages that list the entries of each kind. One that would be empty is absent. */
export function buildListPages(
  views: Record<KindName, readonly EntryView[]>,
  selections: Record<KindName, Selection>,
  address: (path: string) => string,
  words: Words,
): ListPage[] {
  return kindNames
    .filter((kind) => views[kind].length > 0)
    .flatMap((kind) => buildPages(kind, views[kind], selections[kind], address, words));
}

function buildPages(
  kind: KindName,
  views: readonly EntryView[],
  selection: Selection,
  address: (path: string) => string,
  words: Words,
): ListPage[] {
  const { path, folder, mostAtLength } = kinds[kind];
  const isLong = views.length > mostAtLength;
  const { plural, description, ofPart } = words.kinds[kind];
  const list = viewBuilders[kind].list as unknown as (
    views: readonly EntryView[],
    words: Words,
  ) => Part[];
  const parts = isLong ? list(views, words) : [{ id: folder, title: plural, entries: views }];
  const first = takeFirst(parts);
  const whole = address(pagePaths.kind(kind));
  const find = (part: string) => address(pagePaths.kindPart(kind, part));
  const links = parts.map(({ id, title, entries }, index) => ({
    title,
    address: index < first.length ? `${whole}#${id}` : find(id),
    count: entries.length,
  }));
  const isDivided = first.length < parts.length;
  const start = { kind, isLong, links: isDivided || links.length > 2 ? links : [] };
  const rest = parts.slice(first.length).map((part) => ({
    ...start,
    title: words.format(words.list.part, { plural, part: part.title }),
    description: words.format(ofPart, { part: part.title }),
    address: find(part.id),
    params: { kind: path, part: part.id },
    selection: narrow(selection, [part], words),
    parts: number([part]),
  }));
  return [
    {
      ...start,
      title: plural,
      description,
      address: whole,
      params: { kind: path, part: undefined },
      selection: narrow(selection, first, words),
      parts: number(first),
    },
    ...rest,
  ];
}

/** Returns the parts that fit one page. */
export function takeFirst<One extends { entries: readonly unknown[] }>(
  parts: readonly One[],
): readonly One[] {
  let count = 0;
  const end = parts.findIndex(({ entries }, index) => {
    count += entries.length;
    return index > 0 && count > mostOnPage;
  });
  return end === -1 ? parts : parts.slice(0, end);
}

/** The rows of a selection that are in `parts`, in their order. */
function narrow(selection: Selection, parts: readonly Part[], words: Words): Selection {
  const byAddress = new Map(selection.rows.map((row) => [row.address, row]));
  const rows = parts
    .flatMap(({ entries }) => entries)
    .flatMap(({ address }) => byAddress.get(address) ?? []);
  return { ...selection, rows, summary: summarize(rows.length, selection.total, words) };
}

function number(parts: readonly Part[]): ListPart[] {
  let count = 0;
  return parts.map(({ id, title, entries }) => ({
    id,
    title,
    entries: entries.map((entry) => ({ number: (count += 1), entry })),
  }));
}
