import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import { scripts, type Package } from './scripts.ts';
import type { CardFont } from './typeface.ts';

const require = createRequire(import.meta.url);
// wawoff2 ships no types.
const decompress = require('wawoff2/decompress.js') as (font: Uint8Array) => Promise<Uint8Array>;

/** A file of a package, and the characters that it may have. */
interface Slice {
  path: string;
  ranges: readonly (readonly [first: number, last: number])[];
}

const slicesOf = new Map<Package, readonly Slice[]>();
const faces = new Map<string, Promise<Face>>();

/**
 * Loads the fonts with the letters of `text` that the typefaces of the site lack, the best first. Reads only the files
 * with these letters. Letters of packages that are not installed have no font. A typeface whose lightest weight is
 * above `weight` has that.
 */
export async function loadScriptFonts(
  text: string,
  language: string,
  weight: number,
): Promise<CardFont[]> {
  const loaded: CardFont[] = [];
  for (const { needs, draws, packages, scale } of scripts) {
    if (!needs.test(text)) continue;
    const names = packages(text, language);
    const found = names.map(() => new Set<Face>());
    for (const letter of new Set(text))
      if (draws.test(letter)) await findFace(letter, names, found);
    for (const face of found.flatMap((one) => [...one])) {
      const font = new Font(face);
      font.setVariations([new Variation('wght', weight)]);
      loaded.push({ font, draws, scale });
    }
  }
  return loaded;
}

/** Adds the face of the first package that has `letter` to the faces that were found in this package. */
async function findFace(
  letter: string,
  names: readonly Package[],
  found: readonly Set<Face>[],
): Promise<void> {
  const code = letter.codePointAt(0) ?? 0;
  for (const [index, name] of names.entries())
    for (const { path, ranges } of listSlices(name)) {
      if (!ranges.some(([first, last]) => first <= code && code <= last)) continue;
      const face = await loadFace(path);
      if (new Font(face).nominalGlyph(code) === undefined) continue;
      found[index]?.add(face);
      return;
    }
}

/** Whether the files of a package are there. */
export function isInstalled(name: Package): boolean {
  return listSlices(name).length > 0;
}

async function loadFace(path: string): Promise<Face> {
  const read = async () => {
    // A copy has a buffer of its own.
    const { buffer } = Uint8Array.from(await decompress(readFileSync(path)));
    return new Face(new Blob(buffer));
  };
  const loading = faces.get(path) ?? read();
  faces.set(path, loading);
  return await loading;
}

/** The files of a package; none if it is not installed. */
function listSlices(name: Package): readonly Slice[] {
  const slices = slicesOf.get(name) ?? readSlices(name);
  slicesOf.set(name, slices);
  return slices;
}

function readSlices(name: Package): Slice[] {
  const folder = `@fontsource-variable/${name}`;
  const list = findFile(`${folder}/unicode.json`);
  if (list === undefined) return [];
  const ranges = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).flatMap(([key, text]) => {
    const slice = key.replace(/^\[(.*)\]$/, '$1');
    const path = findFile(`${folder}/files/${name}-${slice}-wght-normal.woff2`);
    return path === undefined ? [] : [{ path, ranges: parseRanges(text) }];
  });
}

function findFile(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/** Parses the value of `unicode-range`, such as `U+3000-303F,U+FF0C`. */
function parseRanges(text: string): (readonly [number, number])[] {
  return Array.from(text.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi), ([, first = '', last]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last ?? first, 16),
  ]);
}
