import { spawnSync } from 'node:child_process';
import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A way in which an editor or tool saves a file. */
export type Save = (file: string, text: string) => Promise<void> | void;

/** Truncates the file, and writes it `gap` ms later. */
const truncate =
  (gap: number): Save =>
  async (file, text) => {
    const handle = openSync(file, 'w');
    await wait(gap);
    writeSync(handle, text);
    closeSync(handle);
  };

const inHalves: Save = async (file, text) => {
  const handle = openSync(file, 'w');
  writeSync(handle, text.slice(0, text.length / 2));
  await wait(30);
  writeSync(handle, text.slice(text.length / 2));
  closeSync(handle);
};

const byRename: Save = (file, text) => {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
};

const afterRemoval: Save = async (file, text) => {
  rmSync(file);
  await wait(20);
  writeFileSync(file, text);
};

const bySed: Save = (file, text) => {
  writeFileSync(`${file}.sed~`, text);
  spawnSync('sed', ['-i', '-n', `1r ${file}.sed~`, file]);
  rmSync(`${file}.sed~`);
};

export const saves: Record<string, Save> = {
  'at once': (file, text) => writeFileSync(file, text),
  'emptied first': truncate(0),
  'emptied 5 ms before': truncate(5),
  'emptied 20 ms before': truncate(20),
  'emptied 50 ms before': truncate(50),
  'in two halves': inHalves,
  'by a rename': byRename,
  'removed first, as git does': afterRemoval,
  'by sed -i': bySed,
};

/** A mistake in a file, the rule it breaks, and the page it concerns. */
export interface Mistake {
  file: string;
  page: string;
  rule: string;
  make: (text: string) => string;
}

export const mistakes: Mistake[] = [
  {
    file: 'content/references.bib',
    page: 'research/probe/',
    rule: 'bibtex-syntax',
    make: (text) => text.replace('title  = {What', 'title  {What'),
  },
  {
    file: 'content/references.bib',
    page: 'research/probe/',
    rule: 'bibtex-missing-field',
    make: (text) => text.replace(/title {2}= \{What.*\n/, ''),
  },
  {
    file: 'content/threads/probe.mdx',
    page: 'research/probe/',
    rule: 'unknown-key',
    make: (text) => text.replace('question:', 'qestion:'),
  },
  {
    file: 'content/threads/probe.mdx',
    page: 'research/probe/',
    rule: 'unknown-reference',
    make: (text) => `${text}\nAs [@nobody2020] shows.\n`,
  },
  {
    file: 'content/threads/probe.mdx',
    page: 'research/probe/',
    rule: 'malformed-mdx',
    make: (text) => `${text}\nA {brace.\n`,
  },
  {
    file: 'content/papers/titan.mdx',
    page: 'papers/titan/',
    rule: 'wrong-type',
    make: (text) => text.replace('status: draft', 'status: drafty'),
  },
  {
    file: 'content/papers/titan.mdx',
    page: 'papers/titan/',
    rule: 'unknown-entry',
    make: (text) => text.replace('[probe]', '[prob]'),
  },
  {
    file: 'content/site.yaml',
    page: '',
    rule: 'unknown-key',
    make: (text) => `${text}colour: red\n`,
  },
  {
    file: 'content/site.yaml',
    page: '',
    rule: 'malformed-yaml',
    make: (text) => text.replace('title: ', 'title: "'),
  },
];
