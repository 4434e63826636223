import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, lstatSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildChance, type Chance } from './chance.ts';
import { quote, runCommand, type CommandOptions } from './command.ts';
import {
  createFolder,
  createScratch,
  giveAway,
  listBytes,
  listDifferences,
  plainUser,
  removeFolder,
  sites,
} from './scratch.ts';
import type { Recorder } from './tally.ts';

/** Another machine, time, or path to the same files. */
interface Condition {
  name: string;
  options?: CommandOptions;
  /** Creates a copy of the project in this condition and returns its path. */
  prepare?: (chance: Chance) => string;
  isPossible?: boolean;
}

const clock = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href;
const has = (program: string) => spawnSync('which', [program]).status === 0;
const at = (moment: string): CommandOptions => ({
  env: { NODE_OPTIONS: `--import=${clock}`, CLOCK_STARTS: moment },
});
const inFolder = (name: string) => () => createScratch(sites.example, createIn(name));

function createIn(name: string): string {
  const root = join(createFolder('machine'), name);
  mkdirSync(root, { recursive: true });
  return root;
}

const conditions: Condition[] = [
  { name: 'again, with a warm cache' },
  {
    name: 'in Kiribati, in British English',
    options: { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'en_GB.UTF-8' } },
  },
  {
    name: 'in Newfoundland, in Turkish',
    options: { env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR' } },
  },
  {
    name: 'in Nepal, in the language of C',
    options: { env: { TZ: 'Asia/Kathmandu', LC_ALL: 'C', LANG: undefined } },
  },
  {
    name: 'in Arabic of Egypt, by its digits',
    options: { env: { TZ: 'Africa/Cairo', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' } },
  },
  { name: 'on New Year’s Eve of 1999', options: at('1999-12-31T23:59:58Z') },
  { name: 'on a leap day', options: at('2028-02-29T12:00:00Z') },
  { name: 'after 2038', options: at('2038-01-19T03:14:08Z') },
  {
    name: 'on one core',
    options: { wrap: ['taskset', '-c', '0'], env: { UV_THREADPOOL_SIZE: '1' } },
    isPossible: has('taskset'),
  },
  { name: 'with sixteen threads', options: { env: { UV_THREADPOOL_SIZE: '16' } } },
  {
    name: 'as another user',
    options: { ...plainUser, env: { HOME: '/nonexistent', USER: 'ada', LOGNAME: 'ada' } },
    prepare: () => owned(createScratch(sites.example)),
  },
  {
    name: 'with files for nobody else',
    options: { wrap: ['sh', '-c', 'umask 077; exec "$@"', 'sh'] },
  },
  { name: 'in a folder with a space and an umlaut', prepare: inFolder('Zweites Verzeichnis/ü') },
  { name: 'in a folder with signs of addresses', prepare: inFolder('a [c] (d) é') },
  { name: 'in a folder of the name content', prepare: inFolder('content/dist/content') },
  { name: 'from files made in another order, of other dates', prepare: shuffled },
  {
    name: 'from a checkout with line ends of Windows',
    prepare: checkOutForWindows,
    isPossible: has('git'),
  },
  {
    name: 'in production, in CI, without colours',
    options: { env: { NODE_ENV: 'production', CI: 'true', NO_COLOR: '1', DEBUG: '*' } },
  },
  {
    name: 'in development, with colours',
    options: { env: { NODE_ENV: 'development', FORCE_COLOR: '3' } },
  },
];

function owned(root: string): string {
  giveAway(root);
  return root;
}

/** A tmpfs lists files in the order of their creation. */
function shuffled({ shuffle, integer }: Chance): string {
  const root = createScratch(
    sites.example,
    createFolder('order', existsSync('/dev/shm') ? '/dev/shm' : undefined),
  );
  const content = join(root, 'content');
  removeFolder(content);
  const original = join(sites.example, 'content');
  const paths = readdirSync(original, { recursive: true, encoding: 'utf8' });
  for (const path of shuffle(paths)) {
    if (lstatSync(join(original, path)).isDirectory()) continue;
    cpSync(join(original, path), join(content, path));
    const seconds = 1 + integer(2_000_000_000);
    utimesSync(join(content, path), seconds, seconds);
  }
  return root;
}

function checkOutForWindows(): string {
  const root = createScratch(sites.example);
  const other = createFolder('windows');
  const git = (cwd: string, ...args: string[]) => {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git(root, 'init', '-q');
  git(root, 'add', '-A', ':!node_modules');
  git(root, 'commit', '-q', '-m', 'All');
  git(root, '-c', 'core.autocrlf=true', 'clone', '-q', root, join(other, 'clone'));
  spawnSync('cp', ['-P', join(root, 'node_modules'), join(other, 'clone/node_modules')]);
  return join(other, 'clone');
}

/** Builds one content in many conditions, and compares every byte. */
export async function attackSameness(
  recorder: Recorder,
  seed: number,
  amount: number,
): Promise<void> {
  const first = createScratch(sites.example);
  const { code, output } = await runCommand(first, ['build']);
  if (code !== 0) throw new Error(`The first build fails: ${quote(output)}`);
  const expected = listBytes(join(first, 'dist'));
  recorder.figures.set('files compared', String(expected.size));
  const possible = conditions.filter(({ isPossible = true }) => isPossible);
  for (const { name } of conditions.filter((one) => !possible.includes(one)))
    recorder.skipped.push(`${name}, for what it takes is not installed`);
  const { shuffle } = buildChance(seed, 0);
  const chosen = amount < possible.length ? shuffle(possible).slice(0, amount) : possible;
  for (const [index, { name, options, prepare }] of chosen.entries())
    await recorder.attempt(name, async () => {
      const root = prepare?.(buildChance(seed, index + 1)) ?? first;
      const ended = await runCommand(root, ['build'], options);
      const different = listDifferences(expected, listBytes(join(root, 'dist')));
      if (root !== first) removeFolder(root);
      if (ended.code !== 0) return [`it does not build: ${quote(ended.output)}`];
      const list = different.slice(0, 4).join(', ') + (different.length > 4 ? ', …' : '');
      return different.length === 0 ? [] : [`${different.length} files are others: ${list}`];
    });
  removeFolder(first);
}
