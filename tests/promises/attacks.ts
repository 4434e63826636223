import { attackBlindness } from './blind/attack.ts';
import { attackDev } from './dev.ts';
import { attackDisk } from './disk.ts';
import { attackBrowsers } from './hostile/attack.ts';
import { attackWithKills } from './kills.ts';
import { attackLinks } from './links.ts';
import { attackCheck } from './mutants/attack.ts';
import { attackBuild } from './mutants/build.ts';
import { attackWithPairs } from './pairs.ts';
import { attackSameness } from './same-bytes.ts';
import type { Recorder } from './tally.ts';

/**
 * The number of attempts. The full size takes most of an hour on two cores, the short form a
 * minute or two.
 */
export const scales = {
  full: {
    mutants: 20_000,
    // Some conflict with others, and are left out.
    clean: 360,
    kills: 40,
    pairs: 30,
    failingSteps: 24,
    obstacles: Infinity,
    conditions: Infinity,
    plantings: Infinity,
    detours: Infinity,
    traces: Infinity,
    saves: 60,
  },
  short: {
    mutants: 2000,
    clean: 60,
    kills: 2,
    pairs: 1,
    failingSteps: 1,
    obstacles: 1,
    conditions: 1,
    plantings: 24,
    detours: 3,
    traces: 12,
    saves: 3,
  },
};

export type Scale = typeof scales.full;

/** A kind of attack: one promise, attempted many times. */
export interface Attack {
  name: string;
  promise: string;
  /** The description of the attempts in the report. */
  tried: string;
  run: (recorder: Recorder, seed: number, scale: Scale) => Promise<void>;
}

const clean: Awaited<ReturnType<typeof attackCheck>> = [];

/** Every attack, in order. */
export const attacks: Attack[] = [
  {
    name: 'mutants',
    promise: 'Every mistake is told',
    tried: 'damaged files checked',
    run: async (recorder, seed, { mutants }) => {
      clean.push(...(await attackCheck(recorder, seed, mutants)));
    },
  },
  {
    name: 'clean',
    promise: 'What `check` calls clean builds',
    tried: 'damaged files that `check` calls clean, built',
    run: async (recorder, seed, scale) => {
      await attackBuild(recorder, seed, clean, scale.clean);
    },
  },
  {
    name: 'kills',
    promise: 'The last good site stands whole',
    tried: 'builds ended by a signal',
    run: (recorder, seed, { kills }) => attackWithKills(recorder, seed, kills),
  },
  {
    name: 'pairs',
    promise: 'The last good site stands whole',
    tried: 'pairs of builds at once',
    run: (recorder, seed, { pairs }) => attackWithPairs(recorder, seed, pairs),
  },
  {
    name: 'disk',
    promise: 'The last good site stands whole',
    tried: 'builds on disks that refuse',
    run: attackDisk,
  },
  {
    name: 'bytes',
    promise: 'One content makes the same bytes',
    tried: 'machines, moments and ways to the files',
    run: (recorder, seed, { conditions }) => attackSameness(recorder, seed, conditions),
  },
  {
    name: 'links',
    promise: 'The author’s files are only read',
    tried: 'commands over files that lie elsewhere, or are none',
    run: (recorder, seed, { detours }) => attackLinks(recorder, seed, detours),
  },
  {
    name: 'blind',
    promise: 'A blind review is blind',
    tried: 'traces of the author',
    run: (recorder, seed, { traces }) => attackBlindness(recorder, seed, traces),
  },
  {
    name: 'hostile',
    promise: 'No planted script runs',
    tried: 'files of a planted site opened in browsers',
    run: (recorder, seed, { plantings }) => attackBrowsers(recorder, seed, plantings),
  },
  {
    name: 'dev',
    promise: '`dev` tells every mistake',
    tried: 'mistakes saved and fixed while it runs',
    run: (recorder, seed, { saves }) => attackDev(recorder, seed, saves),
  },
];
