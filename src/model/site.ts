import { feedPath, pagePaths, withBase } from './address.ts';
import { kindNames, mapKinds, type KindName } from '../kinds/registry.ts';
import { viewBuilders, type Views } from '../kinds/views.ts';
import type { EntryLink, EntryView, PagePart } from './entry.ts';
import type { Site } from '../schema/site.ts';
import type { Tint } from '../lib/tint.ts';
import { buildFrame, listPrinted, type SiteAccent } from './frame.ts';
import { buildFreePages, type FreePage } from './free-page.ts';
import { listRedirects, type Redirect } from './former-address.ts';
import type { Glyph } from './glyph.ts';
import type { Graph } from './graph.ts';
import type { Change } from './history.ts';
import type { LicenseLink } from './license.ts';
import { buildDatedPages, listPagePaths, type DatedPage } from './dated-page.ts';
import { buildIndexPages, type IndexPages } from './index-page.ts';
import { buildListPages, type ListPage } from './list-page.ts';
import type { MarkedText } from './marked-text.ts';
import type { Navigation } from './navigation.ts';
import { buildNews, type NewsView } from './news.ts';
import { listPdfs } from './pdf.ts';
import type { Period } from './period.ts';
import type { Profile } from './profile.ts';
import { buildRows, findRows } from './entry-rows.ts';
import { divideTagPage, type TagListPage } from './tag-pages.ts';
import { buildSelections, type Selections } from './selection.ts';
import { chooseShown, linkRest } from './shortlist.ts';
import { buildTranslations } from './translation.ts';
import { buildViews } from './entry-views.ts';
import type { Words } from '../words/words.ts';

/** The parts that every page has around its content. */
export interface Frame extends SiteAccent {
  title: string;
  eyebrow: string;
  intro: string;
  /** The same with their marks, for pages. */
  marked: Record<'title' | 'eyebrow' | 'intro', MarkedText>;
  language: string;
  /** The site's own words. */
  words: Words;
  /** The drawing of the first screen, if the site has one. */
  picture?: Site['picture'];
  /** Whether an entry has another language. */
  isMultilingual?: boolean;
  home: string;
  /** The address of the page that lists everything; absent if there is nothing. */
  contents?: string;
  /** The address of the one-page summary; absent if there is nothing to sum up. */
  statement?: string;
  author?: string;
  /** Links to the author's profiles and email address; empty if none are set. */
  contacts: EntryLink[];
  /** The facts that the author tells of themselves; absent if there are none. */
  profile?: Profile;
  /** The licence of the texts and figures, if the author grants one. */
  license?: LicenseLink;
  navigation: Navigation;
  /** The address of the site's feeds without extension; absent if the site has no address or no dated entry. */
  feed?: string;
  /** The addresses of PDFs by the address of their page. */
  pdfs: ReadonlyMap<string, string>;
}

/** A row of an index of entries. */
export interface EntryRow extends EntryLink, Pick<EntryView, 'kind' | 'label' | 'schemaType'> {
  /** The attributes of its accent. */
  tint?: Tint;
  /** The question or the abstract. */
  summary: string;
  glyph: Glyph;
  /** A period or a status. */
  when: Period | string;
  tags: string[];
  /** The last change. */
  change?: Change;
  /** The newest of its dates, if it has any. */
  updated?: string;
  /** The year by which long lists are divided. */
  year?: string;
}

/** A row of the index of tags. */
export interface TagRow {
  label: string;
  address: string;
  /** The number of entries with the tag. */
  count: number;
}

/** The view model of the whole site. */
export interface SiteView {
  frame: Frame;
  /** The entries of each kind. */
  views: { [Kind in KindName]: Views[Kind][] };
  /** Those that the Research page and the statement show. */
  shown: { [Kind in KindName]: readonly Views[Kind][] };
  /** The link to all entries of a kind, if some of them are not shown. */
  rest: Partial<Record<KindName, EntryLink>>;
  /** All entries, by kind. */
  entries: EntryView[];
  /** Pages that are no entries. */
  freePages: FreePage[];
  /** Entries and pages in other languages than their originals. No list has them. */
  translations: (EntryView | FreePage)[];
  news: NewsView;
  /** The parts of the Research page. The last one of a kind may have a link to the rest. */
  groups: (PagePart & { entries: readonly EntryView[]; rest?: EntryLink | undefined })[];
  rows: EntryRow[];
  selections: Selections;
  indexes: IndexPages;
  lists: ListPage[];
  /** The pages of tags, of which long ones are divided. */
  tagPages: TagListPage[];
  /** The website and the contacts of the author with their addresses as titles, for print. */
  contacts: EntryLink[];
  tags: TagRow[];
  /** Every page, with the day of its last change. */
  pages: DatedPage[];
  redirects: Redirect[];
}

/**
 * `base` is the base path of the site, such as `/` or `/portfolio/`. With `hasPdfs`, the frame links the PDFs of pages.
 */
export function buildSite(graph: Graph, base: string, hasPdfs = false): SiteView {
  const { words } = graph;
  const address = (path: string) => withBase(base, path);
  const group = <Kind extends KindName>(kind: Kind, list: readonly Views[Kind][]) =>
    viewBuilders[kind].group(list, words);
  const views = Object.fromEntries(
    kindNames.map((kind) => [kind, buildViews(kind, graph, address)]),
  ) as unknown as SiteView['views'];
  const entries = kindNames.flatMap((kind): EntryView[] => views[kind]);
  const rows = buildRows(entries);
  const paths = new Set(listPagePaths(graph));
  const freePages = buildFreePages(graph, address);
  const translations = buildTranslations(graph, [...entries, ...freePages], address);
  const news = buildNews(graph, address);
  const kindsInUse = kindNames.filter((kind) => graph.entries[kind].length > 0);
  const pdfs = hasPdfs ? listPdfs(graph) : [];
  const frame = {
    ...buildFrame(graph, paths, address),
    // A feed needs at least one dated item, and a paper may have no date.
    ...(graph.site.address !== undefined &&
      (news.all.length > 0 || rows.some(({ updated }) => updated !== undefined)) && {
        feed: address(feedPath(pagePaths.home())),
      }),
    pdfs: new Map(pdfs.map(({ page, file }) => [address(page), address(file)])),
  };
  const shown = mapKinds((kind) =>
    chooseShown<EntryView>(views[kind], listInParts(group(kind, views[kind]))),
  ) as SiteView['shown'];
  const rest = linkRest(views, shown, address, words);
  const groups = kindsInUse.flatMap((kind) =>
    group(kind, shown[kind]).map((part, index, all) => ({
      ...part,
      ...(index === all.length - 1 && { rest: rest[kind] }),
    })),
  );
  const selections = buildSelections(
    rows,
    findRows(rows, listInParts(groups)),
    graph.tags,
    address,
    words,
    graph.site.address !== undefined,
  );
  const lists = buildListPages(views, selections.kinds, address, words);
  const tagPages = selections.tagged.flatMap((page) => divideTagPage(page, words));
  return {
    frame,
    views,
    shown,
    rest,
    entries,
    freePages,
    translations,
    news,
    groups,
    rows,
    selections,
    indexes: buildIndexPages(address, paths, kindsInUse, freePages.length > 0, words),
    lists,
    tagPages,
    contacts: listPrinted(frame),
    pages: buildDatedPages(graph, rows, { lists, tagPages }, paths, address),
    redirects: listRedirects(graph, { ...views, page: freePages }, translations, address),
    tags: graph.tags.map((label) => ({
      label,
      address: address(pagePaths.tag(label)),
      count: rows.filter(({ tags }) => tags.includes(label)).length,
    })),
  };
}

function listInParts(parts: readonly { entries: readonly EntryView[] }[]): EntryView[] {
  return parts.flatMap(({ entries }) => entries);
}
