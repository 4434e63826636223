import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CachePlace } from '../cache/file-cache.ts';
import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { kindNames } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import type { Located, LocatedContent, PageLink } from '../lib/located.ts';
import { site } from '../schema/site.ts';
import { readBibliography } from './bibliography-file.ts';
import { loadEntries } from './checked-entries.ts';
import { checkFields } from './fields.ts';
import {
  contentFiles,
  describeMisplaced,
  describeUnlinked,
  entryFolder,
  listContent,
  listEntries,
  listMisplaced,
  listUnlinked,
} from './files.ts';
import { checkMacros, loadMacros } from './macros.ts';
import { loadOwnBibliography, type OwnBibliography } from './own-bibliography.ts';
import { checkSharedKeys } from './own-faults.ts';
import { checkPeopleFile } from './people-file.ts';
import { loadPhoto } from './site-photo.ts';
import { getValue } from './source.ts';
import { readYamlFile } from './yaml-file.ts';

/** All of `content/`, with the faults of each file by itself. */
export interface LoadedContent extends LocatedContent {
  /** The entries of the bibliography that could be parsed. */
  works: BibEntry[];
  /** Those of `content/own.bib`. */
  ownWorks: BibEntry[];
  /** The paths of the pictures in entries, from the folder that holds `content/`. */
  images: Located<string>[];
  faults: Fault[];
}

/**
 * Loads `content/` below `root`, with unchanged entries from `cache`. Never throws for the
 * author's mistakes: they become faults.
 */
export async function loadContent(root: string, cache?: CachePlace): Promise<LoadedContent> {
  const listing = listContent(root);
  const own = loadOwnBibliography(root);
  // A work of own.bib alone counts as the file that it has no need of.
  const files = [...new Set([...listing.files.keys(), ...own.works.keys()])].sort();
  const isMisplaced = listMisplaced(files).some(({ place }) => place === contentFiles.references);
  const references = loadWorks(root, isMisplaced, own);
  const loaded = await loadEntries(root, files, references.keys, cache);
  const all = kindNames
    .flatMap((kind) => listEntries(files, entryFolder(kind)))
    .flatMap((file) => loaded.get(file) ?? []);
  const settings = loadSite(root, references.keys);
  const people = checkPeopleFile(root, references.keys);
  const images = [...settings.images, ...all.flatMap(({ images }) => images)];
  const used = new Set([
    ...images.map(({ value }) => value),
    ...all.flatMap(({ files, data }) => [...files.map(({ value }) => value), ...data]),
  ]);
  const rest = files.filter((file) => !used.has(file) && !isMeant(file, [...all, settings]));
  const misplaced = listMisplaced(rest);
  const faults = [
    ...all.flatMap(({ faults }) => faults),
    ...own.faults,
    ...references.faults,
    ...settings.faults,
    ...people.faults,
  ];
  // A misplaced file is not reported as missing too.
  const isFollowing = ({ rule, file }: Fault) =>
    rule === 'missing-file' && misplaced.some(({ place }) => place?.startsWith(file));
  return {
    entries: all.map(({ entry }) => entry),
    keys: references.keys,
    areKeysKnown: references.areKnown,
    works: references.works,
    ownWorks: own.entries,
    misplacedSlugs: misplaced.flatMap(({ slug }) => slug ?? []),
    pageLinks: [...all.flatMap(({ pageLinks }) => pageLinks), ...settings.pageLinks],
    publicPages: globSync('**/*.html', { cwd: join(root, 'public') }),
    images,
    coauthors: people.coauthors,
    faults: [
      ...listing.faults,
      ...misplaced.map((one) => describeMisplaced(one, files)),
      ...listUnlinked(rest, misplaced).map(describeUnlinked),
      ...faults.filter((fault) => !isFollowing(fault)),
    ],
  };
}

/** Whether a link that has a fault was meant for a file, which then has no report of its own. */
function isMeant(file: string, loaded: readonly { faults: Fault[] }[]): boolean {
  return loaded.some(({ faults }) =>
    faults.some(
      ({ rule, found, nearest = '' }) =>
        (rule === 'missing-file' || rule === 'bad-file') &&
        `${found} ${nearest}`.includes(basename(file)),
    ),
  );
}

interface LoadedWorks {
  /** The keys, also those of entries with faults. */
  keys: string[];
  /** False if nothing of a bibliography can be read. */
  areKnown: boolean;
  works: BibEntry[];
  faults: Fault[];
}

/** Loads the bibliography. `isMisplaced` tells whether it is in a file that is not read. Works in `own` can be cited too. */
function loadWorks(root: string, isMisplaced: boolean, own: OwnBibliography): LoadedWorks {
  const file = contentFiles.references;
  const { text, faults } = readBibliography(root);
  const ownKeys = [...own.works.values().map(({ entry }) => entry.key), ...own.brokenKeys];
  if (text === undefined) return { keys: ownKeys, areKnown: false, works: [], faults };
  const { entries, brokenKeys, faults: found } = parseBibliography(text, file);
  const keys = [...entries.map(({ key }) => key), ...brokenKeys];
  return {
    keys: [...new Set([...ownKeys, ...keys])],
    areKnown: keys.length > 0 || (found.length === 0 && !isMisplaced),
    works: entries,
    faults: [...faults, ...found, ...checkSharedKeys(entries, own)],
  };
}

interface LoadedSite {
  faults: Fault[];
  pageLinks: PageLink[];
  /** The photograph of the author. */
  images: Located<string>[];
}

/** Checks `site.yaml` and returns its links and its photograph. */
function loadSite(root: string, keys: readonly string[]): LoadedSite {
  const { source, faults } = readYamlFile(root, contentFiles.site);
  if (source === undefined) return { faults, pageLinks: [], images: [] };
  const photo = loadPhoto(root, source);
  const navigation = getValue(source.data, ['navigation']);
  const items = Array.isArray(navigation) ? navigation.keys().toArray() : [];
  return {
    faults: [
      ...faults,
      ...checkFields(site, source, keys, loadMacros(root)),
      ...checkMacros(source),
      ...photo.faults,
    ],
    images: photo.images,
    pageLinks: items.flatMap((index) => {
      const path = ['navigation', index, 'page'];
      const page = getValue(source.data, path);
      if (typeof page !== 'string') return [];
      const { old = '', line = 1, column = 1 } = source.span(path, 'value') ?? {};
      const at = old.indexOf(page.trim());
      return [
        {
          page: page.trim(),
          place: source.locate(path),
          isOptional: true,
          ...(at >= 0 && { written: { line, column: column + at } }),
        },
      ];
    }),
  };
}
