import { readFileSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../../lib/fault.ts';
import type { Located, Place } from '../../lib/located.ts';
import { buildPlace } from '../source.ts';
import { checkRaster } from './raster.ts';
import { sanitizeSvg } from './svg.ts';

/**
 * Reads every picture that the content shows, and every drawing of `public/`, as the build will. A fault of a
 * drawing has its place in the drawing; that of another picture, which has no lines, at each of its uses.
 *
 * @param root the folder that holds `content/`
 * @param uses the pictures by their paths from there, with the place of each use
 */
export async function checkImages(
  root: string,
  uses: readonly Located<string>[],
): Promise<Fault[]> {
  const places = Map.groupBy(uses, ({ value }) => value);
  const faults: Fault[] = [];
  // One after another: each may take much memory.
  for (const [file, used] of places)
    faults.push(
      ...(await checkImage(
        root,
        file,
        used.map(({ place }) => place),
      )),
    );
  return faults;
}

async function checkImage(root: string, file: string, places: Place[]): Promise<Fault[]> {
  const bytes = readFileSync(join(root, file));
  if (/\.svg$/i.test(file)) return checkDrawing(file, bytes);
  const defect = await checkRaster(basename(file), bytes);
  if (defect === undefined) return [];
  // A figure may show one file in both themes.
  const told = new Map(
    places.map((place) => [`${place.file}:${place.line}:${place.column}`, place]),
  );
  return Array.from(told.values(), (place) => ({ rule: 'bad-image', ...place, ...defect }));
}

/** The drawings that are published as they are named, beside the pages. */
export function checkPublicDrawings(folder: string): Fault[] {
  return globSync('public/**/*.svg', { cwd: folder })
    .toSorted()
    .flatMap((file) => checkDrawing(file.replaceAll('\\', '/'), readFileSync(join(folder, file))));
}

/** What is wrong with a drawing, and what is left out of it where it is published. */
export function checkDrawing(file: string, bytes: Uint8Array): Fault[] {
  const { text, refusals, removed } = sanitizeSvg(bytes);
  const refused = [...Map.groupBy(refusals, ({ expected }) => expected).values()];
  const faults = refused.flatMap(([first, ...others]): Fault[] => {
    if (first === undefined) return [];
    const { offset, expected, fix } = first;
    const more = others.length === 0 ? '' : ` (and ${others.length} more in this file)`;
    const place = buildPlace(file, text, offset);
    return [{ rule: 'bad-image', ...place, expected: expected + more, fix }];
  });
  const [first] = removed;
  if (first === undefined) return faults;
  const names = [...new Set(removed.map(({ name }) => name))].join(', ');
  return [
    ...faults,
    {
      rule: 'removed-from-image',
      ...buildPlace(file, text, first.offset),
      expected: `a drawing that runs nothing and leads nowhere; left out where it is published: ${names}`,
      fix: 'Look at the picture on its page; if something is missing, export it without these.',
    },
  ];
}
