import { buildLocation } from '../loaders/source.ts';
import type { ContentTexts } from './copy.ts';
import { unpackFile } from './files/packed.ts';
import { readParts, type Reading } from './files/read.ts';
import type { Identifier } from './identity.ts';
import { findIdentifiers, listPlaces, type Hit } from './search.ts';
import { listServedFiles, type ServedFile } from './served-files.ts';

/** An identifier of the author in a built file. */
export interface Leak extends Hit {
  /** The path of the file in the site. */
  file: string;
  /** Line and column in a text, or the part of the file, as `page 2`. */
  place: { line: number; column: number } | { where: string };
  /** The surrounding text. */
  found: string;
}

export interface LeakSearch {
  leaks: Leak[];
  /** The number of files searched. */
  count: number;
  /** Files that could not be read completely. */
  unread: string[];
}

/** Searches the names and contents of the files in `folder` for identifiers of the author. */
export async function findLeaks(
  folder: string,
  identifiers: readonly Identifier[],
  allowed: readonly string[] = [],
): Promise<LeakSearch> {
  const files = listServedFiles(folder)
    // Pages come first: other files repeat them.
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
  const search: LeakSearch = { leaks: [], count: files.length, unread: [] };
  const originals = new Map(files.map((file) => [file.name, file]));
  for (const { name: file, load } of files) {
    const { parts, isWhole } = await readServed(file, load, originals);
    if (!isWhole) search.unread.push(file);
    for (const { where, text } of [{ where: 'its name', text: file }, ...parts])
      for (const hit of findIdentifiers(text, identifiers, allowed)) {
        const { line, column, found } = buildLocation(file, text, hit.offset);
        const place = where === undefined ? { line, column } : { where };
        search.leaks.push({ ...hit, file, place, found });
      }
  }
  return search;
}

/** Reads a file. A compressed copy of another file has no parts of its own. */
async function readServed(
  name: string,
  load: () => Buffer,
  files: ReadonlyMap<string, ServedFile>,
): Promise<Reading> {
  try {
    const bytes = load();
    const original = files.get(name.replace(/\.(gz|br|zst)$/, ''));
    if (original?.name !== name && original && isCopy(name, bytes, original.load()))
      return { parts: [], isWhole: true };
    return await readParts(name, bytes);
  } catch {
    // It may not be a regular file, or not readable by this user.
    return { parts: [], isWhole: false };
  }
}

function isCopy(name: string, bytes: Buffer, original: Buffer): boolean {
  try {
    return unpackFile(name, bytes)?.bytes?.equals(original) ?? false;
  } catch {
    return false;
  }
}

function rank(path: string): number {
  return path.endsWith('.html') ? 0 : 1;
}

/**
 * Returns the locations in `content/` of the text that a hit matched, or else of its identifier in
 * any form, grouped by file. The bibliography comes last, since it may name the author
 * legitimately.
 */
export function findOrigins(
  { identifier, match }: Pick<Hit, 'identifier' | 'match'>,
  texts: ContentTexts,
  allowed: readonly string[] = [],
): string | undefined {
  const isBibliography = (file: string) => Number(file.endsWith('.bib'));
  const places = [...texts]
    .toSorted(([a], [b]) => isBibliography(a) - isBibliography(b))
    .flatMap(([file, text]) =>
      Array.from(listPlaces(text, identifier, allowed), ([offset, found]) => ({
        file,
        line: buildLocation(file, text, offset).line,
        isSame: found.includes(match),
      })),
    );
  const same = places.filter(({ isSame }) => isSame);
  const files = Map.groupBy(same.length > 0 ? same : places, ({ file }) => file);
  const list = Array.from(files, ([file, lines]) => {
    const numbers = new Set(lines.map(({ line }) => line).toSorted((a, b) => a - b));
    return `${file}:${[...numbers].join(', :')}`;
  });
  return list.length > 0 ? list.join('; ') : undefined;
}
