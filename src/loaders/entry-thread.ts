import { enableCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Loading } from './entry-threads.ts';

const { compiled, ...loading } = workerData as Loading & { compiled?: string };
// A thread does not share the compiled code of its process.
if (compiled !== undefined) enableCompileCache(dirname(compiled));
const { loadUntaken } = await import('./entry-threads.ts');
parentPort?.postMessage(loadUntaken(loading));
