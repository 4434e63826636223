import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../../src/cli/project.ts';
import { createFolder, removeFolder } from '../scratch.ts';

/** A program that makes a site of texts, and a site of it with its packages in a folder. */
export interface Peer extends Description {
  folder: string;
}

/** What `peer.json` says in the folder of a site. */
interface Description {
  name: string;
  version: string;
  /** The script that builds, as Node finds it from the folder, and what it is given. */
  script: string;
  args: string[];
  /** Where its entries are, and how their names end. */
  entries: string;
  type: string;
  /** The text of an entry, with {title} and {body} in it. */
  entry: string;
  /** A line of the fields that is of the wrong type, and one whose name is misspelt. */
  wrong: string;
  misspelt: string;
  /** Whether it knows formulas of TeX. */
  formulas: boolean;
}

/** The programs that are compared: this site, and each that `folder` has in a folder with a `peer.json`. */
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

/** What of a folder is no part of the site, but made by a build, or of this comparison. */
const made = ['node_modules', 'dist', 'dist-anonymous', '.astro', '.cache', '.git', 'tests'];

/** A copy of the site of a peer, in a folder of its own. */
export function createProject({ folder }: Peer, root = createFolder('peer')): string {
  cpSync(folder, root, {
    recursive: true,
    filter: (path) => ![...made, 'peer.json'].some((name) => path === join(folder, name)),
  });
  // Astro keeps what it knows of a site beside the packages, so each copy has a folder of them, of links to the same bytes.
  const packages = join(root, 'node_modules');
  execFileSync('cp', ['-al', realpathSync(join(folder, 'node_modules')), packages]);
  for (const name of ['.astro', '.vite']) removeFolder(join(packages, name));
  return root;
}
