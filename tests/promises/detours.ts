import { spawnSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createFolder, sites } from './scratch.ts';

/** The content of foreign files, which must never appear in the site. */
export const canary = 'CANARY-4f1d-of-another-file';

/** A way to replace a file of the project by a link or something else. */
export interface Detour {
  name: string;
  /** The affected path, which a report must name. */
  path: string;
  set: (whole: string, outside: string) => void;
  /** Whether it still is the author's own content. */
  isOwn?: boolean;
}

const link =
  (target: string): Detour['set'] =>
  (whole, outside) => {
    rmSync(whole, { recursive: true, force: true });
    symlinkSync(
      target.startsWith('/') || target.startsWith('.') ? target : join(outside, target),
      whole,
    );
  };

const moveOut: Detour['set'] = (whole, outside) => {
  const target = join(outside, 'moved');
  renameSync(whole, target);
  symlinkSync(target, whole);
};

const make =
  (program: string, ...args: string[]): Detour['set'] =>
  (whole) => {
    const { status, stderr } = spawnSync(
      program,
      [...args.slice(0, 1), whole, ...args.slice(1)].filter(Boolean),
    );
    if (status !== 0) throw new Error(String(stderr));
  };

const socket = "require('net').createServer().listen(process.argv[1], () => process.exit())";

export const detours: Detour[] = [
  { name: 'a bibliography elsewhere', path: 'content/references.bib', set: moveOut },
  { name: 'settings elsewhere', path: 'content/site.yaml', set: moveOut },
  { name: 'an entry elsewhere', path: 'content/papers/titan.mdx', set: moveOut },
  { name: 'a folder of entries elsewhere', path: 'content/threads', set: moveOut },
  { name: 'all content elsewhere', path: 'content', set: moveOut, isOwn: true },
  { name: 'a picture elsewhere', path: 'content/threads/plate.png', set: moveOut },
  {
    name: 'an entry that is a foreign text',
    path: 'content/threads/secret.mdx',
    set: link('secret.txt'),
  },
  {
    name: 'a bibliography that is a foreign text',
    path: 'content/references.bib',
    set: link('secret.txt'),
  },
  { name: 'settings that are a foreign text', path: 'content/site.yaml', set: link('secret.txt') },
  {
    name: 'a picture that is a foreign text',
    path: 'content/threads/plate.png',
    set: link('secret.txt'),
  },
  {
    name: 'an entry that is a file of the system',
    path: 'content/threads/users.mdx',
    set: link('/etc/passwd'),
  },
  {
    name: 'a hard link',
    path: 'content/references.bib',
    set: (whole, outside) => {
      const target = join(outside, 'hard.bib');
      renameSync(whole, target);
      linkSync(target, whole);
    },
    isOwn: true,
  },
  { name: 'a link to itself', path: 'content/threads/loop.mdx', set: link('./loop.mdx') },
  { name: 'a folder that holds itself', path: 'content/threads/loop', set: link('..') },
  { name: 'a link to nothing', path: 'content/threads/gone.mdx', set: link('./nowhere.mdx') },
  { name: 'an endless file', path: 'content/threads/zero.mdx', set: link('/dev/zero') },
  { name: 'a pipe', path: 'content/threads/pipe.mdx', set: make('mkfifo', '') },
  {
    name: 'a pipe for a picture',
    path: 'content/threads/plate.png',
    set: (whole, outside) => {
      rmSync(whole);
      make('mkfifo', '')(whole, outside);
    },
  },
  {
    name: 'a socket',
    path: 'content/threads/socket.mdx',
    set: (whole) => void spawnSync(process.execPath, ['-e', socket, whole]),
  },
  { name: 'a public file elsewhere', path: 'public/secret.txt', set: link('secret.txt') },
  { name: 'a public folder elsewhere', path: 'public/more', set: link('folder') },
  { name: 'a public folder that holds itself', path: 'public/loop', set: link('..') },
  { name: 'a public pipe', path: 'public/pipe.txt', set: make('mkfifo', '') },
  { name: 'a cache elsewhere', path: '.cache', set: link('folder') },
];

/** Creates a folder outside the project, with files of somebody else. */
export function createOutside(): string {
  const outside = createFolder('outside');
  writeFileSync(join(outside, 'secret.txt'), `${canary}: hunter2\n`.repeat(3));
  mkdirSync(join(outside, 'folder'));
  writeFileSync(join(outside, 'folder/mine.txt'), `${canary}\n`);
  cpSync(join(sites.small, 'content/threads/plate.png'), join(outside, 'picture.png'));
  return outside;
}
