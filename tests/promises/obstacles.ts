import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder, removeFolder } from './scratch.ts';

/** A disk or path that prevents writing. */
export interface Obstacle {
  name: string;
  /** Sets the obstacle up. Returns a function that removes it. */
  set: (root: string) => () => void;
  /** Whether a site can be built nevertheless. Absent means either. */
  isPassable?: boolean;
  /** Only root can set it up. */
  needsMount?: boolean;
}

const setMode = (path: string, mode: number) => (root: string) => {
  const whole = join(root, path);
  const before = lstatSync(whole).mode;
  chmodSync(whole, mode);
  return () => chmodSync(whole, before);
};

const mount = (place: string, size: string, prepare?: (root: string) => void) => (root: string) => {
  const whole = join(root, place);
  prepare?.(root);
  mkdirSync(whole, { recursive: true });
  run('mount', ['-t', 'tmpfs', '-o', `mode=777,${size}`, 'tmpfs', whole]);
  return () => void run('umount', ['-l', whole]);
};

const isShared = existsSync('/dev/shm');

export const obstacles: Obstacle[] = [
  { name: 'dist is read-only', set: setMode('dist', 0o555) },
  { name: 'the project is read-only', set: setMode('.', 0o555), isPassable: false },
  // The folders in it are writable if an earlier build made them.
  { name: '.cache is read-only', set: setMode('.cache', 0o555) },
  { name: 'content is read-only', set: setMode('content', 0o555), isPassable: true },
  { name: 'a text cannot be read', set: setMode('content/papers/titan.mdx', 0), isPassable: false },
  {
    name: 'a folder of content cannot be read',
    set: setMode('content/papers', 0),
    isPassable: false,
  },
  {
    name: 'dist is a file',
    set: replace('dist', (path) => writeFileSync(path, 'mine')),
    isPassable: false,
  },
  {
    name: '.cache is a file',
    set: replace('.cache', (path) => writeFileSync(path, 'mine')),
    isPassable: false,
  },
  {
    name: 'dist is a link to nothing',
    set: replace('dist', (path) => symlinkSync('nowhere', path)),
  },
  ...(isShared
    ? [
        {
          name: '.cache is a link to another disk',
          set: replace('.cache', (path) => symlinkSync(createFolder('cache', '/dev/shm'), path)),
        },
      ]
    : []),
  {
    name: '.cache is another disk',
    set: mount('.cache', 'size=400m'),
    isPassable: true,
    needsMount: true,
  },
  { name: 'dist is another disk', set: mount('dist', 'size=400m'), needsMount: true },
  {
    name: '.cache is a full disk',
    set: mount('.cache', 'size=1m'),
    isPassable: false,
    needsMount: true,
  },
  {
    name: '.cache has room for few files',
    set: mount('.cache', 'nr_inodes=60'),
    isPassable: false,
    needsMount: true,
  },
  {
    name: 'dist is a full disk',
    set: mount('dist', 'size=200k'),
    isPassable: false,
    needsMount: true,
  },
];

/** Replaces a path by something else, and restores it later. */
function replace(path: string, make: (whole: string) => void): Obstacle['set'] {
  return (root) => {
    const whole = join(root, path);
    const aside = `${whole}.aside`;
    run('mv', [whole, aside]);
    make(whole);
    return () => {
      removeFolder(whole);
      run('mv', [aside, whole]);
    };
  };
}

export function run(program: string, args: string[]): boolean {
  return spawnSync(program, args).status === 0;
}
