import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../../src/cli/project.ts';
import { createFolder, removeFolder } from '../scratch.ts';

/** A site generator, and a site made with it in a folder with its packages. */
export interface Peer extends Description {
  folder: string;
}

/** The content of `peer.json` in the folder of a site. */
interface Description {
  name: string;
  version: string;
  /** The build script, relative to the folder, and its arguments. */
  script: string;
  args: string[];
  /** The folder of its entries, and their file extension. */
  entries: string;
  type: string;
  /** The text of an entry, with placeholders {title} and {body}. */
  entry: string;
  /** A field with a wrong type, and one with a misspelt name. */
  wrong: string;
  misspelt: string;
  /** Whether it supports TeX formulas. */
  formulas: boolean;
}

/** Returns the compared generators: this site, and each folder of `folder` with a `peer.json`. */
export function findPeers(folder: string): Peer[] {
  const astro = readFileSync(join(projectFolder, 'node_modules/astro/package.json'), 'utf8');
  const own: Peer = {
    folder: projectFolder,
    name: 'this site',
    version: `Astro ${(JSON.parse(astro) as { version: string }).version}`,
    script: 'src/cli/run.mjs',
    args: ['build'],
    entries: 'content/threads',
    type: 'mdx',
    entry:
      '---\ntitle: {title}\nquestion: What is asked?\nstarted: 2026-04\nstatus: active\naccent: violet\n---\n\n{body}\n',
    wrong: 'order: first',
    misspelt: 'tgas: [A]',
    formulas: true,
  };
  const others = globSync('*/peer.json', { cwd: folder })
    .sort()
    .map((path): Peer => {
      const file = join(folder, path);
      return {
        folder: dirname(file),
        ...(JSON.parse(readFileSync(file, 'utf8')) as Description),
      };
    });
  return [own, ...others];
}

/** Paths that are not sources of the site: build results, and this comparison. */
const made = ['node_modules', 'dist', 'dist-anonymous', '.astro', '.cache', '.git', 'tests'];

/** Creates a copy of the site of a peer. */
export function createProject({ folder }: Peer, root = createFolder('peer')): string {
  cpSync(folder, root, {
    recursive: true,
    filter: (path) => ![...made, 'peer.json'].some((name) => path === join(folder, name)),
  });
  // Astro keeps a cache beside the packages, so each copy has its own folder of hard links to
  // them.
  const packages = join(root, 'node_modules');
  execFileSync('cp', ['-al', realpathSync(join(folder, 'node_modules')), packages]);
  for (const name of ['.astro', '.vite']) removeFolder(join(packages, name));
  return root;
}
