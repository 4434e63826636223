import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '../../../src/cli/check.ts';
import type { Chance } from '../chance.ts';
import { createScratch, sites } from '../scratch.ts';
import { drawings, payloads } from './payloads.ts';
import { buildDrawingEntry, places } from './places.ts';

/** A payload in a location. */
export interface Planting {
  name: string;
  slug: string;
  files: Record<string, string | Buffer>;
}

/**
 * Combines every payload with every location, or with a random selection, and adds every drawing.
 */
export function listPlantings({ shuffle }: Chance, most = Infinity): Planting[] {
  const pairs = payloads.flatMap((payload) => places.map((place) => ({ payload, place })));
  const plants = shuffle(pairs).map(({ payload, place }, index) => {
    const slug = `h${index}`;
    return { name: `${payload} as ${place.name}`, slug, files: place.build(payload, slug) };
  });
  const pictures = Object.entries(drawings).map(([name, drawing], index) => {
    const slug = `d${index}`;
    return { name: `drawing: ${name}`, slug, files: buildDrawingEntry(drawing, slug) };
  });
  return [...shuffle(pictures).slice(0, most / 4), ...plants.slice(0, most)];
}

const bibliography = 'references.bib';
const settings = 'site.yaml';
const works = readFileSync(join(sites.small, 'content', bibliography), 'utf8');

function write(root: string, files: Planting['files']): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path === bibliography ? `${works}\n${String(text)}` : text);
  }
}

/** Creates a project with all plantings that the check accepts, and returns those it refuses. */
export async function plantAll(plantings: readonly Planting[]): Promise<{
  root: string;
  accepted: Planting[];
  refused: Planting[];
}> {
  const root = createScratch();
  const isAccepted = new Map<Planting, boolean>();
  for (const one of plantings) isAccepted.set(one, await tryAlone(root, one));
  const accepted = plantings.filter((one) => isAccepted.get(one));
  const planted: Planting[] = [];
  let bib = works;
  for (const one of accepted) {
    // There is only one settings file: the first accepted planting keeps it.
    if (one.files[settings] !== undefined && planted.some(({ files }) => files[settings])) continue;
    write(root, one.files);
    bib += `\n${String(one.files[bibliography] ?? '')}`;
    planted.push(one);
  }
  writeFileSync(join(root, 'content', bibliography), bib);
  await weedOut(root, planted);
  return { root, accepted, refused: plantings.filter((one) => !isAccepted.get(one)) };
}

/** Whether the check accepts a planting. The project is restored afterwards. */
async function tryAlone(root: string, { files }: Planting): Promise<boolean> {
  const before = readFileSync(join(root, 'content', settings));
  write(root, files);
  const { faults } = await checkContent(root);
  for (const path of Object.keys(files))
    if (path !== bibliography && path !== settings) rmSync(join(root, 'content', path));
  write(root, { [bibliography]: '', [settings]: before });
  return faults.length === 0;
}

/** Removes entries that conflict with others, such as two titles that differ in one character. */
async function weedOut(root: string, planted: readonly Planting[]): Promise<void> {
  for (;;) {
    const faulty = new Set((await checkContent(root)).faults.map(({ file }) => file));
    const clashing = planted.flatMap(({ files }) =>
      Object.keys(files).filter((path) => faulty.has(`content/${path}`) && path.endsWith('.mdx')),
    );
    if (clashing.length === 0) return;
    for (const path of clashing.slice(0, Math.ceil(clashing.length / 2)))
      rmSync(join(root, 'content', path), { force: true });
  }
}
