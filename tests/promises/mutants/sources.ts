import { globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { projectFolder } from '../../../src/cli/project.ts';
import type { Chance } from '../chance.ts';
import { sites } from '../scratch.ts';
import { mutations } from './mutations.ts';

/** Content in memory: the bytes of each file, by path from the folder that holds `content/`. */
export type Files = ReadonlyMap<string, Buffer>;

/** A site to damage, and how often it is chosen. The larger one takes longer to check. */
export interface Source {
  name: string;
  weight: number;
  files: Files;
}

/** A site with one damaged file. */
export interface Mutant {
  index: number;
  source: Source;
  file: string;
  bytes: Buffer;
  /** The kinds of damage that were applied. */
  kinds: string[];
}

function readContent(root: string): [string, Buffer][] {
  return globSync('content/**/*', { cwd: root })
    .filter((path) => lstatSync(join(root, path)).isFile())
    .sort()
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path))]);
}

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">' +
  '<title>A line</title><path d="M0 30 40 0" stroke="#333"/></svg>\n';

const gallery = `---
title: Pictures
started: 2026-02
status: paused
accent: violet
tags: [Pictures]
question: Is every type of picture shown?
---

![A line that rises](./line.svg)

${['jpg', 'webp', 'gif', 'avif'].map((type) => `![A plain area](./area.${type})`).join('\n\n')}
`;

/** Builds an entry with a picture of each supported type. */
async function buildGallery(): Promise<[string, Buffer][]> {
  const plain = sharp({ create: { width: 24, height: 16, channels: 3, background: '#345' } });
  const paint = (type: 'jpeg' | 'webp' | 'gif' | 'avif') => plain.clone().toFormat(type).toBuffer();
  const file = (name: string) => `content/threads/${name}`;
  return [
    [file('gallery.mdx'), Buffer.from(gallery)],
    [file('line.svg'), Buffer.from(drawing)],
    [file('area.jpg'), await paint('jpeg')],
    [file('area.webp'), await paint('webp')],
    [file('area.gif'), await paint('gif')],
    [file('area.avif'), await paint('avif')],
  ];
}

/** Removes `order`: many mutants of an entry are in one site. */
function withoutOrder([path, bytes]: [string, Buffer]): [string, Buffer] {
  if (!path.endsWith('.mdx')) return [path, bytes];
  return [path, Buffer.from(bytes.toString('latin1').replace(/^order: .*\n/m, ''), 'latin1')];
}

export async function loadSources(): Promise<Source[]> {
  const unfaulty = join(projectFolder, 'tests/fixtures/faults/no-fault');
  const build = (name: string, weight: number, files: [string, Buffer][]): Source => ({
    name,
    weight,
    files: new Map(files.map(withoutOrder)),
  });
  return [
    build('small', 6, [
      ...readContent(sites.small),
      ...readContent(unfaulty),
      ...(await buildGallery()),
    ]),
    build('example', 3, readContent(sites.example)),
    build('original', 1, readContent(sites.original)),
  ];
}

/** Builds mutant `index` of a run: chooses a site, a file and the damage. */
export function buildMutant(index: number, sources: readonly Source[], chance: Chance): Mutant {
  const weighted = sources.flatMap((source) => Array.from({ length: source.weight }, () => source));
  const source = chance.pick(weighted);
  const visible = [...source.files].filter(([path]) => !/\/\.|~$/.test(path));
  const [file, original] = chance.pick(visible);
  const others = visible.map(([, bytes]) => bytes.toString('latin1'));
  const kinds: string[] = [];
  let text = original.toString('latin1');
  for (let count = chance.pick([1, 1, 1, 2, 3]); count > 0; count -= 1) {
    const kind = pickKind(chance);
    text = (mutations[kind] ?? String)(text, chance, others);
    kinds.push(kind);
  }
  return { index, source, file, bytes: Buffer.from(text, 'latin1'), kinds };
}

/** Growth takes the longest to check, so it is tried least often. */
function pickKind(chance: Chance): string {
  const kind = chance.pick(Object.keys(mutations));
  return kind === 'grown' && chance.share() < 0.7 ? pickKind(chance) : kind;
}
