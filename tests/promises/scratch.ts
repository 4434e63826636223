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

/** Contents that are attacked, by the folder that holds `content/`. */
export const sites = {
  small: join(projectFolder, 'tests/fixtures/faults/base'),
  example: join(projectFolder, 'examples/showcase'),
  original: join(projectFolder, 'tests/fixtures/original'),
};

/** The user that a command runs as where permissions must hold: root reads and writes everything. */
export const plainUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A folder for the attacks of this run; nothing of the project itself is ever written to. */
const folder = mkdtempSync(join(tmpdir(), 'promises-'));
// Other users build in it, too.
chmodSync(folder, 0o755);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** An empty folder of its own. */
export function createFolder(name: string, parent = folder): string {
  const path = mkdtempSync(join(parent, `${name}-`));
  chmodSync(path, 0o755);
  return path;
}

/** A copy of the project with other content, in a folder of its own or in `root`. */
export function createScratch(site = sites.small, root = createFolder('project')): string {
  addCode(root);
  // What else a command, or a checkout, reads of a project.
  for (const name of ['README.md', '.gitattributes'])
    if (existsSync(join(projectFolder, name))) cpSync(join(projectFolder, name), join(root, name));
  cpSync(join(site, 'content'), join(root, 'content'), { recursive: true });
  return root;
}

export function removeFolder(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** Gives all of `root` to the plain user; nothing where this process is one. */
export function giveAway(root: string): void {
  const { uid, gid } = plainUser;
  if (uid === undefined) return;
  chownSync(root, uid, gid);
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const whole = join(root, path);
    if (!lstatSync(whole).isSymbolicLink()) chownSync(whole, uid, gid);
  }
}

/** The files below `folder` by their path, each as what it is and its bytes; a link is not followed. */
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

/** One string for all the bytes below `folder`, and the names that they have; of no folder an empty one. */
export function digest(folder: string): string {
  const files = listBytes(folder);
  return files.size === 0 ? '' : hash(JSON.stringify([...files]));
}

/** The paths at which two lists of files differ. */
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
