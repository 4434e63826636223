import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildChance, type Chance } from './chance.ts';
import { checkWords, quote, runCommand, startCommand, type Running } from './command.ts';
import { digest, removeFolder } from './scratch.ts';
import type { Recorder } from './tally.ts';
import {
  builds,
  createBench,
  holdContent,
  writeTwin,
  type Bench,
  type BuildName,
  type Twin,
} from './twins.ts';

interface Pair {
  names: [BuildName, BuildName];
  /** The delay of the second build, in ms. */
  offset: number;
  /** Whether the content changes in between. */
  changes: boolean;
}

/** The result of one build of a pair. */
interface Half {
  name: BuildName;
  code: number | null;
  output: string;
  /** The contents that it may have been built from. */
  twins: Twin[];
  pid: number;
}

/** Starts `amount` pairs of builds in one project, the second while the first runs. */
export async function attackWithPairs(
  recorder: Recorder,
  seed: number,
  amount: number,
): Promise<void> {
  const bench = await createBench(['named', 'anonymous']);
  const ends = { 'both built': 0, 'one refused': 0 };
  let twin: Twin = 'one';
  for (let index = 0; index < amount; index += 1) {
    const pair = choosePair(buildChance(seed, index), index, bench.span);
    const { names, offset, changes } = pair;
    const label = `pair ${index + 1} of ${amount}: ${names.join(' and ')}, ${offset} ms later${changes ? ', of changed content' : ''}`;
    const first = twin;
    if (changes) twin = twin === 'one' ? 'other' : 'one';
    await recorder.attempt(label, async () => {
      const halves = await runPair(bench, pair, first, twin);
      const succeeded = halves.filter(({ code }) => code === 0).length;
      if (succeeded === 2) ends['both built'] += 1;
      if (succeeded === 1) ends['one refused'] += 1;
      const complaints = judge(bench, halves);
      return complaints.length === 0 && index % 5 > 0
        ? []
        : [...complaints, ...(await finish(bench, twin))];
    });
  }
  for (const [name, count] of Object.entries(ends)) recorder.figures.set(name, String(count));
  removeFolder(bench.root);
}

function choosePair({ pick, share }: Chance, index: number, span: number): Pair {
  const names: [BuildName, BuildName][] = [
    ['named', 'named'],
    ['named', 'anonymous'],
    ['anonymous', 'named'],
    ['named', 'named'],
    ['anonymous', 'anonymous'],
  ];
  const offset = pick([0, 20, share() * span, share() * span, span * (0.8 + share() * 0.3)]);
  return {
    names: names[index % names.length] ?? ['named', 'named'],
    offset: Math.round(offset),
    changes: share() < 0.5,
  };
}

async function runPair(bench: Bench, pair: Pair, first: Twin, second: Twin): Promise<Half[]> {
  const { root } = bench;
  const finishHalf = async (running: Running, name: BuildName, twins: Twin[]): Promise<Half> => {
    const { code, output } = await running.ended;
    return { name, code, output, twins, pid: running.child.pid ?? 0 };
  };
  const [one, other] = pair.names;
  const before = finishHalf(startCommand(root, builds[one].args), one, [first, second]);
  await wait(pair.offset);
  if (pair.changes) writeTwin(root, second);
  const behind = finishHalf(startCommand(root, builds[other].args), other, [second]);
  return await Promise.all([before, behind]);
}

function judge({ root, digests }: Bench, halves: readonly Half[]): string[] {
  if (halves.every(({ code }) => code !== 0))
    return [`neither builds: ${halves.map(({ output }) => quote(output)).join(' / ')}`];
  const folders = [...new Set(halves.map(({ name }) => name))].flatMap((name) => {
    const made = halves.filter((half) => half.name === name && half.code === 0);
    const twins =
      made.length > 0 ? made.flatMap((half) => half.twins) : (['one', 'other'] as const);
    const { folder } = builds[name];
    const found = digest(join(root, folder));
    if (twins.some((twin) => digests[name][twin] === found)) return [];
    const state = found === '' ? 'not there' : 'not the site of its content';
    return [
      `the builds end with ${halves.map(({ code }) => code).join(' and ')}, and ${folder} is ${state}`,
    ];
  });
  const refusals = halves.flatMap(({ code, output }, index) => {
    if (code === 0) return [];
    const isClear = output.includes(String(halves[1 - index]?.pid)) && /\d\d:\d\d/.test(output);
    return [
      ...checkWords(output),
      ...(isClear ? [] : [`it is not said who builds, and since when: ${quote(output)}`]),
    ];
  });
  return [...folders, ...refusals];
}

/** Returns the defects of a build after both have ended. */
async function finish({ root, digests }: Bench, twin: Twin): Promise<string[]> {
  return await holdContent(root, async () => {
    const { code, output } = await runCommand(root, ['build']);
    if (code !== 0) return [`the next build fails: ${quote(output)}`];
    return digest(join(root, 'dist')) === digests.named[twin]
      ? []
      : ['the next build makes other bytes'];
  });
}
