import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { buildChance } from '../chance.ts';
import { examine, measureCheck, writeFiles } from './examine.ts';
import { buildMutant, loadSources, type Source } from './sources.ts';

// Checks the mutants whose numbers it receives, one at a time, and answers with the findings.

export interface WorkerTask {
  seed: number;
  /** Its working folder. */
  folder: string;
}

const { seed, folder } = workerData as WorkerTask;
const sources = await loadSources();
const places = new Map<Source, { root: string; usual: number }>();
for (const source of sources) {
  const root = mkdtempSync(join(folder, `${source.name}-`));
  writeFiles(root, source.files);
  await measureCheck(root);
  places.set(source, { root, usual: await measureCheck(root) });
}

async function answer(index: number): Promise<void> {
  const mutant = buildMutant(index, sources, buildChance(seed, index));
  const { root, usual } = places.get(mutant.source) ?? { root: '', usual: 0 };
  parentPort?.postMessage(await examine(mutant, root, usual));
}

parentPort?.on('message', (index: number) => void answer(index));
parentPort?.postMessage('ready');
