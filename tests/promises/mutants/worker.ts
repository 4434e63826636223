import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { buildChance } from '../chance.ts';
import { examine, measureCheck, writeFiles } from './examine.ts';
import { buildMutant, loadSources } from './sources.ts';

// Checks the mutants whose numbers it is sent, one after the other, and answers with what was found.

export interface WorkerTask {
  seed: number;
  /** Where it may write. */
  folder: string;
}

const { seed, folder } = workerData as WorkerTask;
const sources = await loadSources();
const places = new Map(
  sources.map((source) => {
    const root = mkdtempSync(join(folder, `${source.name}-`));
    writeFiles(root, source.files);
    measureCheck(root);
    return [source, { root, usual: measureCheck(root) }];
  }),
);

parentPort?.on('message', (index: number) => {
  const mutant = buildMutant(index, sources, buildChance(seed, index));
  const { root, usual } = places.get(mutant.source) ?? { root: '', usual: 0 };
  parentPort?.postMessage(examine(mutant, root, usual));
});
parentPort?.postMessage('ready');
