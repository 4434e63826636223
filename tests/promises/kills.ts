import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildChance } from './chance.ts';
import { quote, runCommand, startCommand } from './command.ts';
import type { FileStep } from './file-steps.ts';
import { digest, removeFolder } from './scratch.ts';
import { findSwap, listSteps, watchSteps } from './steps.ts';
import type { Recorder } from './tally.ts';
import { createBench, holdContent, writeTwin, type Bench, type Twin } from './twins.ts';

/** When a build is killed: at a step of the swap, or after a share of its time. */
type Moment =
  { step: FileStep; event: 'kill before' | 'kill after'; exchanges: boolean } | { share: number };

/** Kills `amount` builds, like a power cut: at each step of the swap, and all over their run. */
export async function attackWithKills(
  recorder: Recorder,
  seed: number,
  amount: number,
): Promise<void> {
  const bench = await createBench();
  const moments = chooseMoments(await listSwapMoments(bench.root), seed, amount);
  let restored = 0;
  let twin: Twin = 'one';
  for (const [index, moment] of moments.entries()) {
    const last = twin;
    twin = twin === 'one' ? 'other' : 'one';
    const next = twin;
    const name = `kill ${index + 1} of ${amount}, ${describe(moment)}`;
    writeTwin(bench.root, next);
    await recorder.attempt(name, () =>
      holdContent(bench.root, async () => {
        await killBuild(bench, moment);
        const allowed = [bench.digests.named[last], bench.digests.named[next]];
        const torn = digest(join(bench.root, 'dist'));
        const complaints: string[] = [];
        if (!allowed.includes(torn)) {
          await runCommand(bench.root, ['check']);
          const isBack = allowed.includes(digest(join(bench.root, 'dist')));
          if (isBack) restored += 1;
          else
            complaints.push(
              `${torn === '' ? 'there is no dist' : 'dist is torn'}, and the next command leaves it so`,
            );
        }
        return [...complaints, ...(await buildAgain(bench, next))];
      }),
    );
  }
  recorder.figures.set('put back by the next command', String(restored));
  recorder.figures.set(
    'ended at a step of the swap',
    String(moments.filter((one) => 'step' in one).length),
  );
  removeFolder(bench.root);
}

/**
 * Returns the moments before and after each step of the swap, with and without an atomic exchange.
 */
async function listSwapMoments(root: string): Promise<Moment[]> {
  const moments: Moment[] = [];
  for (const exchanges of [true, false])
    for (const step of findSwap(await listSteps(root, ['build'], exchanges)))
      for (const event of ['kill before', 'kill after'] as const)
        moments.push({ step, event, exchanges });
  return moments;
}

/**
 * Chooses half of the moments from the swap, if it has as many, and spreads the others over the
 * run.
 */
function chooseMoments(swap: readonly Moment[], seed: number, amount: number): Moment[] {
  const { shuffle, share } = buildChance(seed, 0);
  const chosen = shuffle(swap).slice(0, Math.ceil(amount / 2));
  const rest = amount - chosen.length;
  return shuffle([
    ...chosen,
    ...Array.from({ length: rest }, (_, index): Moment => ({ share: (index + share()) / rest })),
  ]);
}

function describe(moment: Moment): string {
  if ('share' in moment) return `after ${Math.round(moment.share * 100)} % of the build`;
  const { step, event, exchanges } = moment;
  return `${event.replace('kill ', '')} “${step.text}”${exchanges ? '' : ', where nothing can be exchanged'}`;
}

async function killBuild({ root, span }: Bench, moment: Moment): Promise<void> {
  if ('step' in moment) {
    await runCommand(root, ['build'], watchSteps(root, moment));
    return;
  }
  const running = startCommand(root, ['build']);
  await wait(span * moment.share);
  running.kill();
  await running.ended;
}

/** Returns the defects of the first build after a killed one. */
async function buildAgain({ root, digests }: Bench, twin: Twin): Promise<string[]> {
  const { code, output } = await runCommand(root, ['build']);
  const isRight = code === 0 && digest(join(root, 'dist')) === digests.named[twin];
  if (isRight) return [];
  // The next attempt must begin with a good site.
  for (const name of ['dist', '.cache', '.astro']) removeFolder(join(root, name));
  await runCommand(root, ['build']);
  if (code !== 0) return [`the next build fails: ${quote(output)}`];
  return ['the next build makes other bytes than one that was not disturbed'];
}
