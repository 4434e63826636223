import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { kinds } from '../kinds/registry.ts';
import { listResearchEntries, type Research } from '../metadata/research/schema.ts';
import { formatAddress } from './address.ts';
import type { Page } from './page.ts';
import type { BuiltSite } from './site.ts';
import { findKind, readMeta, type Read } from './statement.ts';

/** The compared fields of a JSON Feed item. */
interface Item {
  id: string;
  url?: string;
  title?: string;
  authors?: { name: string }[];
  date_published?: string;
}

/** Builds the forms in files about many entries. Each file is read once. */
export function buildSiteForms(site: BuiltSite): Record<string, Read> {
  return {
    'research.json': buildDataForm(site),
    'The JSON Feed': buildJsonFeedForm(site),
    'The Atom feed': buildAtomForm(site),
  };
}

/** Parses the files that match. A missing or invalid file is skipped: other checks report it. */
function parseFiles<Parsed>(
  { folder }: BuiltSite,
  pattern: string,
  parse: (text: string) => Parsed,
): Parsed[] {
  // The feed of the whole site comes first.
  const files = globSync(pattern, { cwd: folder }).toSorted((a, b) => a.length - b.length);
  return files.flatMap((file) => {
    try {
      return [parse(readFileSync(join(folder, file), 'utf8'))];
    } catch {
      return [];
    }
  });
}

function buildDataForm(site: BuiltSite): Read {
  const [data] = parseFiles(site, 'research.json', (text) => JSON.parse(text) as Research);
  return (page) => {
    if (data === undefined) return {};
    const isThis = (entry: { page: string }) => entry.page === formatAddress(page, site);
    const { folder } = kinds[findKind(page)];
    const entry = listResearchEntries(data).find((one) => one.folder === folder && isThis(one));
    if (entry === undefined) throw new Error('It has no such entry.');
    return {
      title: entry.title,
      authors: entry.authors?.join(', ') ?? data.site.author ?? '',
      date: entry.started ?? entry.date,
      address: entry.page,
    };
  };
}

/** Whether feeds have the date of an entry: it is the day or the month of publication, not only the year. */
function hasDay(page: Page): boolean {
  const [date = ''] = readMeta(page, 'article:published_time');
  return kinds[findKind(page)].date === 'public-since' && date.length !== 4;
}

function buildJsonFeedForm(site: BuiltSite): Read {
  const parse = (text: string) => (JSON.parse(text) as { items: Item[] }).items;
  const items = parseFiles(site, '{,research/*/}feed.json', parse).flat();
  return (page) => {
    const item = items.find(({ id }) => id === formatAddress(page, site));
    // An entry without any date is in no feed.
    if (item === undefined) return {};
    return {
      title: item.title,
      authors: (item.authors ?? []).map(({ name }) => name).join(', '),
      ...(hasDay(page) && { date: item.date_published }),
      address: item.url,
    };
  };
}

function buildAtomForm(site: BuiltSite): Read {
  const parse = (text: string) => list(parseXml(text).root ?? undefined, 'entry');
  const entries = parseFiles(site, '{,research/*/}feed.xml', parse).flat();
  const parseTitle = (text: string) => read(parseXml(text).root ?? undefined, 'title');
  const [title] = parseFiles(site, 'feed.xml', parseTitle);
  return (page) => {
    const entry = entries.find((one) => read(one, 'id') === formatAddress(page, site));
    if (entry === undefined) return {};
    const names = list(entry, 'author').map((author) => read(author, 'name') ?? '');
    // Atom requires a name. Without an author, it is the title of the site.
    const isNobody = readMeta(page, 'author').length === 0 && names.join() === title;
    return {
      title: read(entry, 'title'),
      authors: isNobody ? '' : names.join(', '),
      ...(hasDay(page) && { date: read(entry, 'published') }),
      address: list(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate')
        ?.attributes.href,
    };
  };
}

function list(element: XmlElement | undefined, name: string): XmlElement[] {
  const children = (element?.children ?? []) as XmlElement[];
  return children.filter((child) => child.name === name);
}

function read(element: XmlElement | undefined, name: string): string | undefined {
  return list(element, name)[0]?.text;
}
