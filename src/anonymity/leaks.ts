import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles } from '../loaders/files.ts';
import { buildPlace } from '../loaders/source.ts';
import type { ContentTexts } from './copy.ts';
import { readParts } from './files/read.ts';
import type { Identifier } from './identity.ts';
import { findIdentifiers, listPlaces, type Hit } from './search.ts';

/** Something in a built file that leads to the author. */
export interface Leak extends Hit {
  /** The path of the file in the site. */
  file: string;
  /** Its line and column in a text, or the part of the file, as `page 2`. */
  place: { line: number; column: number } | { where: string };
  /** The text around it. */
  found: string;
}

/** What a search of a built site found. */
export interface LeakSearch {
  leaks: Leak[];
  /** How many files were searched. */
  count: number;
  /** Files that may say more than could be read. */
  unread: string[];
}

/** Searches the names of the files in `folder`, and what they say, for what leads to the author. */
export async function findLeaks(
  folder: string,
  identifiers: readonly Identifier[],
  allowed: readonly string[] = [],
): Promise<LeakSearch> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    // Pages first, where a reader meets what other files repeat.
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const search: LeakSearch = { leaks: [], count: files.length, unread: [] };
  for (const path of files) {
    const file = path.replaceAll('\\', '/');
    const { parts, isWhole } = await readParts(file, readFileSync(join(folder, path)));
    if (!isWhole) search.unread.push(file);
    for (const { where, text } of [{ where: 'its name', text: file }, ...parts])
      for (const hit of findIdentifiers(text, identifiers, allowed)) {
        const { line, column, found } = buildPlace(file, text, hit.offset);
        const place = where === undefined ? { line, column } : { where };
        search.leaks.push({ ...hit, file, place, found });
      }
  }
  return search;
}

function rank(path: string): number {
  return path.endsWith('.html') ? 0 : 1;
}

/**
 * Every place in the texts of `content/` that holds what a hit matched, or else its identifier in any form, by
 * files and lines. What is cited is last, for it may be in order to cite it.
 */
export function findOrigins(
  { identifier, match }: Pick<Hit, 'identifier' | 'match'>,
  texts: ContentTexts,
  allowed: readonly string[] = [],
): string | undefined {
  const isBibliography = (file: string) => Number(file === contentFiles.references);
  const places = [...texts]
    .toSorted(([a], [b]) => isBibliography(a) - isBibliography(b))
    .flatMap(([file, text]) =>
      Array.from(listPlaces(text, identifier, allowed), ([offset, found]) => ({
        file,
        line: buildPlace(file, text, offset).line,
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
