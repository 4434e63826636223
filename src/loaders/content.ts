import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { kindNames, type KindName } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import type { Located, LocatedContent, PageLink } from '../lib/located.ts';
import { site } from '../schema/site.ts';
import { loadEntry } from './entries.ts';
import { checkFields } from './fields.ts';
import {
  contentFiles,
  describeEmpty,
  describeMisplaced,
  entryFolder,
  listContent,
  listEntries,
  listMisplaced,
} from './files.ts';
import { getValue } from './source.ts';
import { readTextFile } from './text-file.ts';
import { readYamlFile } from './yaml-file.ts';

/** All of `content/`, with the faults of each file by itself. */
export interface LoadedContent extends LocatedContent {
  /** The entries of the bibliography that could be parsed. */
  works: BibEntry[];
  /** The paths of the pictures in entries, from the folder that holds `content/`. */
  images: Located<string>[];
  faults: Fault[];
}

/** Loads `content/` below `root`. Never throws for the author's mistakes: they become faults. */
export function loadContent(root: string): LoadedContent {
  const listing = listContent(root);
  const files = [...listing.files.keys()].sort();
  const misplaced = listMisplaced(files);
  const references = loadWorks(root);
  const groups = kindNames.map((kind) => loadEntries(root, kind, files, references.keys));
  const all = groups.flat();
  const settings = loadSite(root, references.keys);
  const faults = [
    ...all.flatMap(({ faults }) => faults),
    ...references.faults,
    ...settings.faults,
    ...kindNames
      .filter((_, index) => groups[index]?.length === 0)
      .map((kind) => describeNoEntries(entryFolder(kind))),
  ];
  // A misplaced file is not reported as missing too.
  const isFollowing = ({ rule, file }: Fault) =>
    (rule === 'missing-file' || rule === 'empty-collection') &&
    misplaced.some(({ place }) => place?.startsWith(file));
  return {
    entries: all.map(({ entry }) => entry),
    keys: references.keys,
    works: references.works,
    misplacedSlugs: misplaced.flatMap(({ slug }) => slug ?? []),
    pageLinks: [...all.flatMap(({ pageLinks }) => pageLinks), ...settings.pageLinks],
    images: all.flatMap(({ images }) => images),
    faults: [
      ...listing.faults,
      ...misplaced.map((one) => describeMisplaced(one, files)),
      ...faults.filter((fault) => !isFollowing(fault)),
    ],
  };
}

function loadEntries(
  root: string,
  kind: KindName,
  files: readonly string[],
  keys: readonly string[],
) {
  return listEntries(files, entryFolder(kind)).map((file) => loadEntry(root, file, kind, keys));
}

function describeNoEntries(folder: string): Fault {
  return describeEmpty(folder, 'at least one entry, such as my-entry.mdx');
}

/** Loads the bibliography. `keys` includes those of entries with faults. */
function loadWorks(root: string): { keys: string[]; works: BibEntry[]; faults: Fault[] } {
  const file = contentFiles.references;
  const { text, faults } = readTextFile(root, file);
  if (text === undefined) return { keys: [], works: [], faults };
  const { entries, faulty, brokenKeys, faults: found } = parseBibliography(text, file);
  const keys = [...entries.map(({ key }) => key), ...brokenKeys];
  const isEmpty = keys.length === 0 && found.length === 0;
  const empty = describeEmpty(
    file,
    'at least one BibTeX entry, such as @article{key, title = {…}, …}',
  );
  const works = [...entries, ...faulty].toSorted((a, b) => a.line - b.line);
  return { keys, works, faults: [...faults, ...found, ...(isEmpty ? [empty] : [])] };
}

/** Checks `site.yaml` and returns its links. */
function loadSite(
  root: string,
  keys: readonly string[],
): { faults: Fault[]; pageLinks: PageLink[] } {
  const { source, faults } = readYamlFile(root, contentFiles.site);
  if (source === undefined) return { faults, pageLinks: [] };
  const navigation = getValue(source.data, ['navigation']);
  const items = Array.isArray(navigation) ? navigation.keys().toArray() : [];
  return {
    faults: [...faults, ...checkFields(site, source, keys)],
    pageLinks: items.flatMap((index) => {
      const path = ['navigation', index, 'page'];
      const page = getValue(source.data, path);
      return typeof page === 'string' ? [{ page: page.trim(), place: source.locate(path) }] : [];
    }),
  };
}
