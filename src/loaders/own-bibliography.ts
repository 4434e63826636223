import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatBibtex, parseSources } from '../bibliography/export.ts';
import { formatHead, locateFinding } from '../bibliography/finding.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';
import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { removePrivateFields } from '../bibliography/private-fields.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { isSameName } from '../bibliography/same-person.ts';
import { findOwnKind, findTextPath } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import { describeUnfitName, suggestSlug } from '../lib/slug.ts';
import { contentFiles, entryFolder } from './files.ts';
import { loadPrivateNames } from './private-names.ts';
import { getValue } from './source.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml } from './yaml.ts';

const file = contentFiles.own;

/** A work of `content/own.bib`. */
export interface OwnWork {
  slug: string;
  entry: BibEntry;
  /** For citations: without private fields. Its source can be read alone. */
  reference: Reference;
}

/** The contents of `content/own.bib`. */
export interface OwnBibliography {
  /** The works by the paths of their entries, which need not exist: `content/papers/titan.mdx`. */
  works: ReadonlyMap<string, OwnWork>;
  /** All entries that could be parsed, also those that are only the whole of which others are a part. */
  entries: BibEntry[];
  brokenKeys: string[];
  faults: Fault[];
}

/** Fields that pages show as links or by their place, and that citations have no use for. */
const shown =
  'selected bibtex_show preview pdf code data slides poster video supp blog papers'.split(' ');

const none: OwnBibliography = { works: new Map(), entries: [], brokenKeys: [], faults: [] };

/** A cache of the last result: every entry asks for it. */
let last: { from: string; own: OwnBibliography } | undefined;

/** Loads `content/own.bib` below `root`. A site without one has no such works. */
export function loadOwnBibliography(root: string): OwnBibliography {
  const [own, site] = [file, contentFiles.site].map((name) => join(root, name));
  if (own === undefined || !existsSync(own)) return none;
  const from = [own, site].map((path = '') => readIfThere(path)).join('\0');
  if (last?.from !== from) last = { from, own: readFile(root) };
  return last.own;
}

function readIfThere(path: string): string {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
}

function readFile(root: string): OwnBibliography {
  const { text, faults } = readTextFile(root, file);
  if (text === undefined) return { ...none, faults };
  const own = readOwnBibliography(text, loadPrivateNames(root), loadAuthor(root));
  return { ...own, faults: [...faults, ...own.faults] };
}

/** The kind of the entry of a work, its file, which need not exist, and its page. */
export function placeOwnWork(work: BibEntry) {
  const kind = findOwnKind(work);
  const slug = suggestSlug(work.key);
  return { kind, slug, file: `${entryFolder(kind)}/${slug}.mdx`, page: findTextPath(kind, slug) };
}

function loadAuthor(root: string): string | undefined {
  const { text = '' } = readTextFile(root, contentFiles.site);
  const name = getValue(parseYaml(text, contentFiles.site).data, ['author', 'name']);
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

function readOwnBibliography(
  text: string,
  privateNames: readonly string[],
  author: string | undefined,
): OwnBibliography {
  const { entries, brokenKeys, faults } = parseBibliography(text, file);
  const published = removePrivateFields(text, [...privateNames, ...shown]);
  const sources = parseSources(published);
  const references = new Map(
    parseBibliography(published, file).entries.map((entry) => [entry.key, buildReference(entry)]),
  );
  const works = new Map<string, OwnWork>();
  const places = listPlaces(entries, author);
  for (const { entry, slug } of places) {
    const path = placeOwnWork(entry).file;
    const reference = references.get(entry.key);
    if (slug === '' || reference === undefined || works.has(path)) continue;
    const source = formatBibtex([entry], sources).trim();
    works.set(path, { slug, entry, reference: { ...reference, source } });
  }
  return { works, entries, brokenKeys, faults: [...faults, ...checkPlaces(places)] };
}

interface Place {
  entry: BibEntry;
  /** Empty if the key makes no address. */
  slug: string;
}

/** Returns the entries that are works of the author with their addresses. One without a title cannot be shown. */
function listPlaces(entries: readonly BibEntry[], author: string | undefined): Place[] {
  const wholes = new Set(
    entries.flatMap(
      ({ fields }) => fields.get('crossref')?.trim().normalize('NFC').toLowerCase() ?? [],
    ),
  );
  const own = author === undefined ? undefined : parsePlainName(author);
  return entries
    .filter((entry) => {
      const { title, authors } = buildReference(entry);
      const isOwn = own !== undefined && authors.some((name) => isSameName(own, name));
      const isWhole = wholes.has(entry.key.toLowerCase()) && !entry.fields.has('author');
      return title !== '' && (isOwn || !isWhole);
    })
    .map((entry) => {
      const slug = suggestSlug(entry.key);
      return { entry, slug: describeUnfitName(slug) === undefined ? slug : '' };
    });
}

/** Finds keys that make no address, or that of another work. */
function checkPlaces(places: readonly Place[]): Fault[] {
  const groups = Map.groupBy(places, ({ slug }) => slug);
  return places.flatMap(({ entry, slug }): Fault[] => {
    const found = formatHead(entry);
    if (slug === '')
      return [
        locateFinding(
          {
            rule: 'bad-slug',
            entry,
            found,
            expected:
              describeUnfitName(suggestSlug(entry.key)) ??
              'a key with letters from a to z or digits, which become the address of the page',
            fix: 'Rename the key.',
          },
          file,
        ),
      ];
    const [first] = groups.get(slug) ?? [];
    if (first === undefined || first.entry === entry) return [];
    return [
      locateFinding(
        {
          rule: 'bad-slug',
          entry,
          found,
          expected: `a key with an address of its own; that of “${first.entry.key}” in line ${first.entry.line} is /${slug}/ too`,
          fix: 'Rename one of the two keys, or remove one of the works.',
        },
        file,
      ),
    ];
  });
}
