import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import type { Located, PageLink } from '../lib/located.ts';
import { findFilePath, readTarget } from '../lib/target.ts';
import { news } from '../schema/news.ts';
import { site } from '../schema/site.ts';
import { checkAccent } from './accent.ts';
import { checkAttachment, resolveFile } from './attachments/check.ts';
import { readTitle } from './entries.ts';
import { readFieldLinks } from './field-links.ts';
import { checkFields } from './fields.ts';
import { contentFiles } from './files.ts';
import { checkMacros, loadMacros } from './macros.ts';
import { readNewsFile } from './news-file.ts';
import { checkPeopleFile } from './people-file.ts';
import { loadPhoto } from './site-photo.ts';
import { getValue, type Path } from './source.ts';
import { readYamlFile } from './yaml-file.ts';
import type { YamlSource } from './yaml.ts';

/** The links of a YAML file, and its faults. */
export interface LinkedSettings {
  pageLinks: PageLink[];
  /** The paths of the files that are published at the root of the site. */
  files: Located<string>[];
  faults: Fault[];
}

/** Checks `site.yaml`, `people.yaml` and `news.yaml`, and returns their links and people. */
export function loadSettings(root: string, keys: readonly string[]) {
  const { images, title, ...site } = loadSite(root, keys);
  const { coauthors, faults } = checkPeopleFile(root, keys);
  const news = loadNews(root, keys);
  return {
    pageLinks: [...site.pageLinks, ...news.pageLinks],
    files: [...site.files, ...news.files],
    /** The photograph of the author. */
    images,
    coauthors,
    ...(title && { siteTitle: title }),
    faults: [...site.faults, ...faults, ...news.faults],
    hasNews: listNewsLinks(readNewsFile(root).source).length > 0,
  };
}

function loadNews(root: string, keys: readonly string[]): LinkedSettings {
  const { source, faults } = readNewsFile(root);
  if (source === undefined) return { pageLinks: [], files: [], faults };
  const links = readLinks(root, contentFiles.news, source, listNewsLinks(source));
  const fields = checkFields(news, source, keys, loadMacros(root));
  return { ...links, faults: [...faults, ...fields, ...links.faults] };
}

interface LoadedSite extends LinkedSettings {
  title?: Located<string>;
  images: Located<string>[];
}

function loadSite(root: string, keys: readonly string[]): LoadedSite {
  const file = contentFiles.site;
  const { source, faults } = readYamlFile(root, file);
  if (source === undefined) return { pageLinks: [], files: [], images: [], faults };
  const links = readLinks(root, file, source, listNavigation(source));
  const photo = loadPhoto(root, source);
  return {
    ...links,
    pageLinks: [...links.pageLinks, ...readFieldLinks(root, source)],
    ...readTitle(source),
    images: photo.images,
    faults: [
      ...faults,
      ...checkFields(site, source, keys, loadMacros(root)),
      ...checkMacros(source),
      ...checkAccent(source),
      ...links.faults,
      ...photo.faults,
    ],
  };
}

/** The paths of the files that the YAML files below `root` publish. */
export function listSettingFiles(root: string): string[] {
  const site = readYamlFile(root, contentFiles.site).source;
  const news = readNewsFile(root).source;
  return [
    ...(site ? readLinks(root, contentFiles.site, site, listNavigation(site)).files : []),
    ...(news ? readLinks(root, contentFiles.news, news, listNewsLinks(news)).files : []),
  ].map(({ value }) => value);
}

/** The fields of the navigation that hold a link. */
function listNavigation({ data }: YamlSource): Path[] {
  const navigation = getValue(data, ['navigation']);
  const items = Array.isArray(navigation) ? navigation.keys().toArray() : [];
  return items.flatMap((index) => ['page', 'address'].map((name) => ['navigation', index, name]));
}

function listNewsLinks(source: YamlSource | undefined): Path[] {
  const items = getValue(source?.data, ['news']);
  return Array.isArray(items) ? Array.from(items, (_, index) => ['news', index, 'link']) : [];
}

/** Reads the links in the fields at `paths`. An address that is malformed is reported elsewhere. */
function readLinks(
  root: string,
  file: string,
  source: YamlSource,
  paths: readonly Path[],
): LinkedSettings {
  const found: LinkedSettings = { pageLinks: [], files: [], faults: [] };
  for (const path of paths) {
    const value = getValue(source.data, path);
    if (typeof value !== 'string') continue;
    const { kind, address } = readTarget(value.trim());
    const place = source.locate(path);
    if (kind === 'page') {
      // Of other fields the schema takes paths alone.
      if (path.at(-1) === 'page' || /^\/(?!\/)/.test(address))
        found.pageLinks.push({
          page: address,
          place,
          ...(path[0] === 'navigation' && { isOptional: true }),
          ...findText(source, path),
        });
    } else if (kind === 'file') {
      const faults = checkFile(root, file, address);
      found.faults.push(...faults.map((fault): Fault => ({ ...place, ...fault })));
      if (faults.length === 0) found.files.push({ value: resolveFile(file, address), place });
    }
  }
  return found;
}

function checkFile(root: string, file: string, address: string) {
  const faults = checkAttachment(root, file, address);
  const path = findFilePath(address);
  if (faults.length > 0 || !existsSync(join(root, 'public', path))) return faults;
  return [
    {
      rule: 'bad-file' as const,
      expected: `a file whose address is free; public${path} is published there already`,
      fix: 'Rename or remove one of the two.',
    },
  ];
}

/** The place of an address within its line, for a correction. */
function findText(source: YamlSource, path: Path): Pick<PageLink, 'written'> {
  const { old = '', line = 1, column = 1 } = source.span(path, 'value') ?? {};
  const at = old.indexOf(String(getValue(source.data, path)).trim());
  return at >= 0 ? { written: { line, column: column + at } } : {};
}
