import { basename } from 'node:path';
import type { CachePlace } from '../cache/file-cache.ts';
import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { textNames } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import type { Located, LocatedContent } from '../lib/located.ts';
import { readTranslation } from '../lib/translation.ts';
import { readBibliography } from './bibliography-file.ts';
import { checkAttachments } from './attachments/check.ts';
import { loadEntries } from './checked-entries.ts';
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
import { loadOwnBibliography, type OwnBibliography } from './own-bibliography.ts';
import { checkSharedKeys } from './own-faults.ts';
import { listPublicFiles } from './public-files.ts';
import { loadSettings } from './settings.ts';

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
  const publicFiles = listPublicFiles(root);
  const own = loadOwnBibliography(root);
  // A work of own.bib alone counts as the file that it has no need of.
  const files = [...new Set([...listing.files.keys(), ...own.works.keys()])].sort();
  const isMisplaced = listMisplaced(files).some(({ place }) => place === contentFiles.references);
  const references = loadWorks(root, isMisplaced, own);
  const loaded = await loadEntries(root, files, references.keys, cache);
  const all = textNames
    .flatMap((name) => listEntries(files, entryFolder(name)))
    .flatMap((file) => loaded.get(file) ?? []);
  const texts = all.map(({ entry }) => entry);
  const settings = loadSettings(root, references.keys);
  const images = [...settings.images, ...all.flatMap(({ images }) => images)];
  const used = new Set([
    ...[...images, ...settings.files].map(({ value }) => value),
    ...all.flatMap(({ files, data }) => [...files.map(({ value }) => value), ...data]),
  ]);
  const rest = files.filter((file) => !used.has(file) && !isMeant(file, [...all, settings]));
  const misplaced = listMisplaced(rest);
  const faults = [
    ...all.flatMap(({ faults }) => faults),
    ...own.faults,
    ...references.faults,
    ...settings.faults,
  ];
  // A misplaced file is not reported as missing too.
  const isFollowing = ({ rule, file }: Fault) =>
    rule === 'missing-file' && misplaced.some(({ place }) => place?.startsWith(file));
  return {
    entries: texts.filter(({ slug }) => readTranslation(slug) === undefined),
    translations: texts.filter(({ slug }) => readTranslation(slug) !== undefined),
    keys: references.keys,
    areKeysKnown: references.areKnown,
    works: references.works,
    ownWorks: own.entries,
    misplacedSlugs: misplaced.flatMap(({ slug }) => slug ?? []),
    hasNews: settings.hasNews,
    pageLinks: [...all.flatMap(({ pageLinks }) => pageLinks), ...settings.pageLinks],
    publicFiles: publicFiles.files,
    images,
    coauthors: settings.coauthors,
    ...(settings.siteTitle && { siteTitle: settings.siteTitle }),
    faults: [
      ...listing.faults,
      ...publicFiles.faults,
      ...checkAttachments(root, 'research', settings.files),
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
    areKnown: keys.length > 0 || (found.every((fault) => fault.isHarmless) && !isMisplaced),
    works: entries,
    faults: [...faults, ...found, ...checkSharedKeys(entries, own)],
  };
}
