import { formatProse } from '../lib/typography.ts';
import { feedPath, pagePaths, withBase } from './address.ts';
import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { viewBuilders, type Views } from '../kinds/views.ts';
import type { EntryLink, EntryView, PagePart } from './entry.ts';
import type { Graph } from './graph.ts';
import type { Change } from './history.ts';
import { buildLicense, type LicenseLink } from './license.ts';
import { buildDatedPages, type DatedPage } from './dated-page.ts';
import { buildIndexPages, buildKindPages, type IndexPages, type KindPages } from './index-page.ts';
import { listPdfs } from './pdf.ts';
import type { Period } from './period.ts';
import { buildSelections, type Selections } from './selection.ts';

/** The parts that every page has around its content. */
export interface Frame {
  title: string;
  eyebrow: string;
  intro: string;
  language: string;
  home: string;
  /** The address of the page that lists everything. */
  contents: string;
  /** The address of the one-page summary. */
  statement: string;
  author?: string;
  /** Links to the author's profiles and email address; empty if none are set. */
  contacts: EntryLink[];
  /** The licence of the texts and figures, if the author grants one. */
  license?: LicenseLink;
  navigation: { label: string; address: string }[];
  /** The address of the site's feeds without extension; absent if the site has no address or no dated entry. */
  feed?: string;
  /** The addresses of PDFs by the address of their page. */
  pdfs: ReadonlyMap<string, string>;
}

/** A row of an index of entries. */
export interface EntryRow {
  /** The number on the Research page, from 1. */
  number: number;
  title: string;
  address: string;
  kind: KindName;
  /** The name of the kind. */
  label: string;
  accent?: string;
  /** A period or a status. */
  when: Period | string;
  tags: string[];
  /** The last change. */
  change?: Change;
  /** The newest of its dates, if it has any. */
  updated?: string;
}

/** The previous and next entry. */
export interface Neighbours {
  previous: EntryRow | undefined;
  next: EntryRow | undefined;
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
  /** All entries, in the order of the Research page. */
  entries: EntryView[];
  /** The parts of the Research page. */
  groups: (PagePart & { entries: readonly EntryView[] })[];
  rows: EntryRow[];
  selections: Selections;
  indexes: IndexPages;
  kindPages: KindPages;
  /** The contacts with their addresses as titles, for print. */
  contacts: EntryLink[];
  tags: TagRow[];
  /** Every page, with the day of its last change. */
  pages: DatedPage[];
}

/**
 * `base` is the base path of the site, such as `/` or `/portfolio/`. With `hasPdfs`, the frame links the PDFs of pages.
 */
export function buildSite(graph: Graph, base: string, hasPdfs = false): SiteView {
  const address = (path: string) => withBase(base, path);
  const views = Object.fromEntries(
    kindNames.map((kind) => [kind, buildViews(kind, graph, address)]),
  ) as unknown as SiteView['views'];
  const entries = kindNames.flatMap((kind): EntryView[] => views[kind]);
  const rows = buildRows(entries);
  const pdfs = hasPdfs ? listPdfs(graph) : [];
  const frame = {
    ...buildFrame(graph.site, address),
    // A feed needs at least one dated item, and a paper may have no date.
    ...(graph.site.address !== undefined &&
      rows.some(({ updated }) => updated !== undefined) && {
        feed: address(feedPath(pagePaths.home())),
      }),
    pdfs: new Map(pdfs.map(({ page, file }) => [address(page), address(file)])),
  };
  return {
    frame,
    views,
    entries,
    groups: kindNames.flatMap((kind) => groupViews(kind, views[kind])),
    rows,
    selections: buildSelections(rows, graph.tags, address, graph.site.address !== undefined),
    indexes: buildIndexPages(address),
    kindPages: buildKindPages(address),
    contacts: listPrintedContacts(frame.contacts),
    pages: buildDatedPages(graph, rows, address),
    tags: graph.tags.map((label) => ({
      label,
      address: address(pagePaths.tag(label)),
      count: rows.filter(({ tags }) => tags.includes(label)).length,
    })),
  };
}

function buildViews<Kind extends KindName>(
  kind: Kind,
  graph: Graph,
  address: (path: string) => string,
): Views[Kind][] {
  return graph.entries[kind].map((entry) => viewBuilders[kind].build(entry, graph, address));
}

function groupViews<Kind extends KindName>(kind: Kind, views: readonly Views[Kind][]) {
  return viewBuilders[kind].group(views);
}

function buildRows(entries: readonly EntryView[]): EntryRow[] {
  return entries.map(({ title, address, kind, accent, when, tags, history, updated }, index) => {
    const [change] = history;
    return {
      number: index + 1,
      title,
      address,
      kind,
      label: kinds[kind].label,
      ...(accent !== undefined && { accent }),
      when,
      tags: tags.map(({ label }) => label),
      ...(change && { change }),
      ...(updated !== undefined && { updated }),
    };
  });
}

function buildFrame(
  site: Graph['site'],
  address: (path: string) => string,
): Omit<Frame, 'pdfs' | 'feed'> {
  return {
    title: formatProse(site.title),
    eyebrow: formatProse(site.eyebrow),
    intro: formatProse(site.intro),
    language: site.language,
    home: address(pagePaths.home()),
    contents: address(pagePaths.contents()),
    statement: address(pagePaths.statement()),
    ...(site.author.name !== undefined && { author: formatProse(site.author.name) }),
    contacts: buildContacts(site.author),
    ...(site.license !== undefined && { license: buildLicense(site.license) }),
    navigation: site.navigation.map(({ label, page }) => ({ label, address: address(page) })),
  };
}

function buildContacts({ github, orcid, email }: Graph['site']['author']): EntryLink[] {
  return [
    ...(github === undefined ? [] : [{ title: 'GitHub', address: `https://github.com/${github}` }]),
    ...(orcid === undefined ? [] : [{ title: 'ORCID', address: `https://orcid.org/${orcid}` }]),
    ...(email === undefined ? [] : [{ title: 'Email', address: `mailto:${email}` }]),
  ];
}

/** The entries before and after the one at `address`, in the order of the Research page. */
export function findNeighbours(rows: readonly EntryRow[], address: string): Neighbours {
  const index = rows.findIndex((row) => row.address === address);
  return { previous: rows[index - 1], next: rows[index + 1] };
}

/** Contacts whose titles are their addresses. */
function listPrintedContacts(contacts: readonly EntryLink[]): EntryLink[] {
  return contacts.map(({ address }) => ({
    title: address.replace(/^(https:\/\/|mailto:)/, ''),
    address,
  }));
}
