import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlace } from '../loaders/source.ts';
import type { ContentTexts } from './copy.ts';
import { readParts } from './files/read.ts';
import type { Identifier } from './identity.ts';
import { findIdentifiers, type Hit } from './search.ts';

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

/** Where in the texts of `content/` an identifier stands, by its file and line. */
export function findOrigin(
  identifier: Identifier,
  texts: ContentTexts,
  allowed: readonly string[] = [],
): string | undefined {
  for (const [file, text] of texts) {
    const [hit] = findIdentifiers(text, [identifier], allowed);
    if (hit !== undefined) return `${file}:${buildPlace(file, text, hit.offset).line}`;
  }
  return undefined;
}
