import { kindNames, kinds, mapKinds, type KindName, type TextName } from '../kinds/registry.ts';
import { expandIdentifier } from '../lib/address.ts';
import type { Fault } from '../lib/fault.ts';
import { isPageId, readLabelId } from '../lib/label.ts';
import {
  buildEdit,
  type LocatedContent,
  type LocatedEntry,
  type PageLink,
} from '../lib/located.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import { listListPages, listPages, mostOnPage, pagePaths, tagPartPath } from './address.ts';

/** Whether a page may be a part of a divided list. Which parts have entries is not known: those with faults have no year. */
function namesPart(page: string, kind: KindName): boolean {
  const list = pagePaths.kind(kind);
  return page.startsWith(list) && kinds[kind].partPath.test(page.slice(list.length));
}

/** Whether a page may be a part of a list that is long enough to be divided. */
export function isPartOfList(page: string, entries: readonly LocatedEntry[]): boolean {
  if (tagPartPath.test(page)) return entries.length > mostOnPage;
  return kindNames.some(
    (kind) =>
      entries.filter((entry) => entry.kind === kind).length > mostOnPage && namesPart(page, kind),
  );
}

/** The parts of the content of which pages are made. */
type ListedContent = Pick<LocatedContent, 'entries' | 'translations' | 'hasNews'>;

/** The paths of the pages that the content makes. */
export function listContentPages({
  entries,
  translations = [],
  hasNews = false,
}: ListedContent): string[] {
  const described = mapKinds((name) =>
    entries
      .filter(({ kind }) => kind === name)
      .map(({ slug, tags }) => ({ slug, tags: tags.map(({ value }) => value) })),
  );
  const citesWorks = [...entries, ...translations].some(({ references, citations }) => {
    return references.length + citations.length > 0;
  });
  const freePages = entries.filter(({ kind }) => kind === 'page').map(({ slug }) => slug);
  return listPages(described, citesWorks, {
    freePages,
    translations: translations.map(readPath),
    hasNews,
  });
}

/** Finds links to unknown pages of the site, and to parts that a page does not have. */
export function checkPageLinks(content: LocatedContent): Fault[] {
  const { entries, translations = [], misplacedSlugs, pageLinks } = content;
  const texts = [...entries, ...translations];
  const pages = listContentPages(content);
  const lists = new Set(listListPages());
  const areTagsKnown = entries.every((entry) => entry.areTagsKnown);
  const known = new Set(pages.flatMap((page) => [page, encodeURI(page)]));
  const misplaced = new Set(misplacedSlugs);
  const isKnown = (page: string): boolean =>
    known.has(expandIdentifier(page)) ||
    isPartOfList(page, entries) ||
    misplaced.has(/\/([^/]+)\/$/.exec(page)?.[1] ?? '') ||
    (!areTagsKnown && page.startsWith('/tags/'));
  const byFile = new Map(texts.map((entry) => [entry.file, entry]));
  const byPage = new Map(texts.map((entry) => [readPath(entry), entry]));
  return pageLinks.flatMap((link): Fault[] => {
    const { place } = link;
    const { path, fragment } = splitAddress(link);
    if (link.page.trim() === '' || (link.isOptional && lists.has(path))) return [];
    const own = byFile.get(place.file);
    if (path === '') return own ? checkFragment(link, own, content) : [];
    if (isKnown(path)) {
      const entry = byPage.get(path);
      return entry ? checkFragment(link, entry, content) : [];
    }
    const meant = findPage(path, own, pages);
    const entry = byPage.get(meant ?? '');
    const isPart = entry !== undefined && hasId(entry, fragment, content);
    return [
      {
        rule: 'unknown-page',
        ...place,
        found: path || link.page,
        expected: 'the path of a page of this site, with a slash at both ends',
        ...(meant !== undefined && {
          found: isPart ? link.page : path,
          nearest: isPart ? `${meant}#${fragment}` : meant,
          ...(isSure(path, meant, own, pages) && correct(link, path, meant)),
        }),
        fix: 'Correct the address, or write the missing entry.',
        ...(meant === undefined && own && describeFile(path)),
      },
    ];
  });
}

/** Describes a link to a file at the root of the site, as other programs have it. */
function describeFile(path: string): Pick<Fault, 'expected' | 'fix'> | undefined {
  const [, name] = /([^/]+\.[a-z]\w{1,4})$/i.exec(path) ?? [];
  if (name === undefined || /\.html?$/i.test(name)) return undefined;
  return {
    expected: `a file beside the entry, as ./${name}; a path from the root is that of a page`,
    fix: `Put the file beside the entry, and link to ./${name}.`,
  };
}

function readPath({ kind, slug }: LocatedEntry): string {
  return pagePaths.entry(kind as TextName, slug);
}

function splitAddress({ page }: PageLink): { path: string; fragment: string } {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/s.exec(page) ?? [];
  return { path, fragment };
}

/** Returns the page that an address from the page of `own` leads to, or the one with the nearest name. */
function findPage(
  path: string,
  own: LocatedEntry | undefined,
  pages: readonly string[],
): string | undefined {
  return resolve(path, own, pages) ?? nearest(readName(path), pages);
}

function resolve(
  path: string,
  own: LocatedEntry | undefined,
  pages: readonly string[],
): string | undefined {
  const base = `https://site.invalid${own ? readPath(own) : '/'}`;
  const resolved = URL.parse(path, base)?.pathname.replace(/\/?$/, '/');
  return resolved !== '/' && pages.includes(resolved ?? '') ? resolved : undefined;
}

const readName = (path: string): string => path.replace(/^[./]+|\.mdx?$/g, '');

/** Whether an address can only mean the page `meant`. */
function isSure(
  path: string,
  meant: string,
  own: LocatedEntry | undefined,
  pages: readonly string[],
): boolean {
  return resolve(path, own, pages) === meant || isMisspelling(readName(path), meant, pages);
}

/** The correction of a part of an address. */
function correct({ page, written }: PageLink, old: string, text: string): Pick<Fault, 'edits'> {
  return written
    ? {
        edits: [
          buildEdit(
            written,
            page,
            page.replace(old, () => text),
          ),
        ],
      }
    : {};
}

function hasId(entry: LocatedEntry, id: string, { keys }: LocatedContent): boolean {
  if (entry.labels === undefined || isPageId(id, keys)) return id !== '';
  return entry.labels.map(readLabelId).includes(id);
}

/** The parts of a page that cannot be read whole are not known. */
function checkFragment(link: PageLink, entry: LocatedEntry, content: LocatedContent): Fault[] {
  const { path, fragment } = splitAddress(link);
  const id = decode(fragment);
  if (id === '' || entry.labels === undefined || hasId(entry, id, content)) return [];
  const found = `${path}#${fragment}`;
  const ids = entry.labels.map(readLabelId);
  const near = nearest(id, ids);
  return [
    {
      rule: 'unmatched-label',
      ...link.place,
      found,
      expected: `the id of a heading, an equation, a figure or a table of ${path === '' ? 'this page' : path}`,
      ...(near !== undefined && {
        nearest: `${path}#${near}`,
        ...(isMisspelling(id, near, ids) && correct(link, `#${fragment}`, `#${near}`)),
      }),
      fix: 'Correct the id. That of a heading is its words in lower case, joined by hyphens.',
    },
  ];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment).normalize('NFC');
  } catch {
    return fragment.normalize('NFC');
  }
}
