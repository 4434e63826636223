import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildChance } from './chance.ts';
import { checkWords, quote, runCommand, type CommandOptions } from './command.ts';
import { createFolder, digest, giveAway, plainUser, removeFolder } from './scratch.ts';
import { obstacles, run, type Obstacle } from './obstacles.ts';
import { findSwap, listSteps, watchSteps } from './steps.ts';
import type { Recorder } from './tally.ts';
import { createBench, holdContent, writeTwin, type Bench } from './twins.ts';

/** Builds on failing disks, and makes single steps of a build fail. */
export async function attackDisk(
  recorder: Recorder,
  seed: number,
  { obstacles: most, failingSteps }: { obstacles: number; failingSteps: number },
): Promise<void> {
  const bench = await createBench();
  giveAway(bench.root);
  const options: CommandOptions = { ...plainUser, env: { HOME: createFolder('home', bench.root) } };
  const canMount = plainUser.uid !== undefined && run('mount', ['--bind', bench.root, bench.root]);
  if (canMount) run('umount', ['-l', bench.root]);
  else recorder.skipped.push('disks that are full or elsewhere, for this user may not mount any');
  const chosen = obstacles.filter(({ needsMount }) => !needsMount || canMount);
  const { shuffle } = buildChance(seed, 0);
  for (const obstacle of most < chosen.length ? shuffle(chosen).slice(0, most) : chosen)
    await recorder.attempt(obstacle.name, () => tryBuild(bench, options, obstacle));
  await recorder.attempt('dist is a link to a web root', () => tryWebRoot(bench));
  await failSteps(recorder, bench, seed, failingSteps);
  removeFolder(bench.root);
}

/**
 * Builds changed content and complains about the result. Before and after, the site is that of the
 * other content.
 */
async function tryBuild(
  bench: Bench,
  options: CommandOptions,
  obstacle?: Obstacle,
): Promise<string[]> {
  const { root, digests } = bench;
  writeTwin(root, 'other');
  if (obstacle !== undefined) giveAway(root);
  let wasBuilt = false;
  const complaints = await holdContent(root, async () => {
    const remove = obstacle?.set(root);
    try {
      const ended = await runCommand(root, ['build'], options);
      wasBuilt = ended.code === 0;
      const isRight = !wasBuilt || digest(join(root, 'dist')) === digests.named.other;
      return [
        ...judge(ended, obstacle?.isPassable),
        ...(isRight ? [] : ['it says that it built, and dist is not that site']),
      ];
    } finally {
      remove?.();
    }
  });
  return [...complaints, ...(await restore(bench, wasBuilt))];
}

function judge(
  { code, output }: { code: number | null; output: string },
  isPassable?: boolean,
): string[] {
  if (code === 0) return isPassable === false ? ['it builds as if nothing were amiss'] : [];
  return [
    ...(isPassable === true ? [`it does not build: ${quote(output)}`] : []),
    ...checkWords(output),
  ];
}

/** Complains if the last good site is missing, and prepares the next attempt. */
async function restore({ root, digests }: Bench, wasBuilt: boolean): Promise<string[]> {
  const { one, other } = digests.named;
  const found = digest(join(root, 'dist'));
  const isGood = found === one || (wasBuilt && found === other);
  writeTwin(root, 'one');
  const again = isGood && found === one ? undefined : await runCommand(root, ['build']);
  if (again !== undefined && (again.code !== 0 || digest(join(root, 'dist')) !== one)) {
    for (const name of ['dist', '.cache', '.astro']) removeFolder(join(root, name));
    await runCommand(root, ['build']);
    giveAway(root);
    return [`afterwards a build fails: ${quote(again.output)}`];
  }
  giveAway(root);
  return isGood ? [] : ['the last good site does not stand'];
}

/** A site that is served from elsewhere is updated there, or the build says that it will not. */
async function tryWebRoot(bench: Bench): Promise<string[]> {
  const { root, digests } = bench;
  const web = createFolder('web');
  const dist = join(root, 'dist');
  run('cp', ['-a', `${dist}/.`, web]);
  removeFolder(dist);
  symlinkSync(web, dist);
  writeTwin(root, 'other');
  const { code, output } = await runCommand(root, ['build']);
  const isLink = lstatSync(dist).isSymbolicLink() && readlinkSync(dist) === web;
  const served = digest(web);
  const complaints = [
    ...judge({ code, output }),
    ...(isLink ? [] : ['the link is replaced']),
    ...(served === (code === 0 ? digests.named.other : digests.named.one)
      ? []
      : [
          `it ends with ${code}, and what is served is ${served === digests.named.one ? 'as it was' : 'no whole site'}`,
        ]),
  ];
  rmSync(dist, { recursive: true, force: true });
  return [
    ...complaints,
    ...(await restore(bench, true)).filter((one) => !one.includes('last good')),
  ];
}

/** Error codes of failing disks. */
const answers = ['ENOSPC', 'EACCES', 'EROFS', 'EXDEV', 'EBUSY', 'EIO', 'EMFILE'];

/** Makes single file operations fail, most of them in the swap. */
async function failSteps(
  recorder: Recorder,
  bench: Bench,
  seed: number,
  amount: number,
): Promise<void> {
  const steps = await listSteps(bench.root, ['build']);
  const swap = findSwap(steps);
  for (let index = 0; index < amount; index += 1) {
    const { pick } = buildChance(seed, index + 1);
    const step = pick(index % 3 === 2 || swap.length === 0 ? steps : swap);
    const event = pick(answers.filter((one) => one !== 'EXDEV' || step.text.startsWith('rename')));
    await recorder.attempt(`“${step.text}” fails with ${event}`, () =>
      tryBuild(bench, watchSteps(bench.root, { step, event })),
    );
  }
}
