import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../../lib/fault.ts';
import type { Located, SourceLocation } from '../../lib/located.ts';
import { listPublicFiles } from '../public-files.ts';
import { buildLocation } from '../source.ts';
import { checkRaster } from './raster.ts';
import { sanitizeSvg } from './svg.ts';

/**
 * Checks every picture in the content and every drawing in `public/` as the build does. The fault
 * of a drawing is located in the drawing, that of a raster picture at each use.
 *
 * @param root the folder that holds `content/`
 * @param uses the paths of the pictures from there, with the location of each use
 */
export async function checkImages(
  root: string,
  uses: readonly Located<string>[],
): Promise<Fault[]> {
  const places = Map.groupBy(uses, ({ value }) => value);
  const faults: Fault[] = [];
  // One at a time: each may take much memory.
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

async function checkImage(root: string, file: string, places: SourceLocation[]): Promise<Fault[]> {
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

/** Checks the drawings that are published under their own names. */
export function checkPublicDrawings(folder: string): Fault[] {
  return listPublicFiles(folder)
    .files.filter((file) => file.endsWith('.svg'))
    .map((file) => `public/${file.replaceAll('\\', '/')}`)
    .toSorted()
    .flatMap((file) => checkDrawing(file, readFileSync(join(folder, file))));
}

/** Returns the faults of a drawing, and a notice if parts of it are removed for publication. */
export function checkDrawing(file: string, bytes: Uint8Array): Fault[] {
  const { text, refusals, removed } = sanitizeSvg(bytes);
  const refused = [...Map.groupBy(refusals, ({ expected }) => expected).values()];
  const faults = refused.flatMap(([first, ...others]): Fault[] => {
    if (first === undefined) return [];
    const { offset, expected, fix } = first;
    const more = others.length === 0 ? '' : ` (and ${others.length} more in this file)`;
    const place = buildLocation(file, text, offset);
    return [{ rule: 'bad-image', ...place, expected: expected + more, fix }];
  });
  const [first] = removed;
  if (first === undefined) return faults;
  const names = [...new Set(removed.map(({ name }) => name))].join(', ');
  return [
    ...faults,
    {
      rule: 'removed-from-image',
      ...buildLocation(file, text, first.offset),
      expected: `a drawing without scripts and links; removed from the published file: ${names}`,
      fix: 'Look at the picture on its page. If something is missing, export it without these parts.',
    },
  ];
}
