import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { buildChance } from '../chance.ts';
import { createFolder } from '../scratch.ts';
import type { Recorder } from '../tally.ts';
import type { Finding } from './examine.ts';
import { buildMutant, loadSources, type Mutant } from './sources.ts';

/** The time after which a check counts as hanging, in ms. */
const limit = 60_000;

/** Checks `amount` mutants on all cores. Returns those without a fault. */
export async function attackCheck(
  recorder: Recorder,
  seed: number,
  amount: number,
): Promise<Mutant[]> {
  const sources = await loadSources();
  const folder = createFolder('mutants');
  const remake = (index: number) => buildMutant(index, sources, buildChance(seed, index));
  const clean: number[] = [];
  const times: number[] = [];
  let next = 0;
  const take = () => (next < amount ? next++ : undefined);
  const settle = async ({ index, faults, complaints, time }: Finding) => {
    times.push(time);
    const { source, file, bytes, kinds } = remake(index);
    const name = `mutant ${index}: ${kinds.join(', ')} in ${file} of the ${source.name} site`;
    if (faults === 0 && complaints.length === 0) clean.push(index);
    await recorder.attempt(
      name,
      () => complaints,
      () => ({ ...Object.fromEntries(source.files), [file]: bytes }),
    );
  };
  const size = Math.min(availableParallelism(), 4);
  const run = () => runWorker({ seed, folder }, take, settle);
  await Promise.all(Array.from({ length: size }, run));
  recorder.figures.set('longest check', `${Math.round(Math.max(0, ...times))} ms`);
  recorder.figures.set('without a fault', String(clean.length));
  return clean.toSorted((a, b) => a - b).map(remake);
}

/** Sends mutants to a worker, and replaces it if a check hangs. */
async function runWorker(
  workerData: object,
  take: () => number | undefined,
  settle: (finding: Finding) => Promise<void>,
): Promise<void> {
  let worker: Worker | undefined;
  for (let index = take(); index !== undefined; index = take()) {
    worker ??= await startWorker(workerData);
    worker.postMessage(index);
    const answer = await waitFor(worker, limit);
    if (typeof answer === 'string') {
      await worker.terminate();
      worker = undefined;
      await settle({ index, faults: 1, time: limit, complaints: [answer] });
    } else await settle(answer);
  }
  await worker?.terminate();
}

async function startWorker(workerData: object): Promise<Worker> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData });
  await waitFor(worker, limit * 2);
  return worker;
}

/** Returns the answer of a worker, or the reason why there is none. */
async function waitFor(worker: Worker, time: number): Promise<Finding | string> {
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(time) })) as [
      Finding,
    ];
    return answer;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'AbortError') return `the check takes more than ${time / 1000} s`;
    return `the check ends the process: ${String(error)}`;
  }
}
