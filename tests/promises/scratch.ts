import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import { addCode } from '../support/project.ts';

/** The attacked sites, by the folder that holds `content/`. */
export const sites = {
  small: join(projectFolder, 'tests/fixtures/faults/base'),
  example: join(projectFolder, 'examples/showcase'),
  original: join(projectFolder, 'tests/fixtures/original'),
};

/** The user of commands that must respect permissions: root can read and write everything. */
export const plainUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The working folder of this run. The project itself is never written to. */
const folder = mkdtempSync(join(tmpdir(), 'promises-'));
// Other users build in it, too.
chmodSync(folder, 0o755);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export function createFolder(name: string, parent = folder): string {
  const path = mkdtempSync(join(parent, `${name}-`));
  chmodSync(path, 0o755);
  return path;
}

/** Creates a copy of the project with other content. */
export function createScratch(site = sites.small, root = createFolder('project')): string {
  addCode(root);
  // Other files that a command or a checkout reads.
  for (const name of ['README.md', '.gitattributes'])
    if (existsSync(join(projectFolder, name))) cpSync(join(projectFolder, name), join(root, name));
  cpSync(join(site, 'content'), join(root, 'content'), { recursive: true });
  return root;
}

export function removeFolder(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** Gives `root` to the plain user, unless this process runs as one. */
export function giveAway(root: string): void {
  const { uid, gid } = plainUser;
  if (uid === undefined) return;
  chownSync(root, uid, gid);
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const whole = join(root, path);
    if (!lstatSync(whole).isSymbolicLink()) chownSync(whole, uid, gid);
  }
}

/** Returns the files below `folder` by path, each as its kind and bytes. Links are not followed. */
export function listBytes(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const whole = join(folder, path);
    const state = lstatSync(whole);
    if (state.isSymbolicLink()) files.set(path, `link to ${readlinkSync(whole)}`);
    else if (state.isFile()) files.set(path, hash(readFileSync(whole)));
    else if (!state.isDirectory()) files.set(path, 'no file');
  }
  return files;
}

/** Returns a digest of all names and bytes below `folder`, or '' if there is no folder. */
export function digest(folder: string): string {
  const files = listBytes(folder);
  return files.size === 0 ? '' : hash(JSON.stringify([...files]));
}

/** Returns the paths at which two lists of files differ. */
export function listDifferences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );
}

function hash(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
