import type { Values } from '../../figures/shared/parameter.ts';
import type { LoadedFigure } from './load.ts';
import { startWorker } from './trusted.ts';

/** Values for which a worker is to compute a figure. */
export interface Question {
  number: number;
  /** The folder of the figure. */
  folder: string;
  values: Values;
  input: unknown;
}

/** A result for the question of the same number. */
export interface Answer {
  number: number;
  result: unknown;
  isLast: boolean;
}

type Show = (result: unknown, values: Values, isLast: boolean) => void;

/**
 * Computes a figure for the newest values and shows it at the next frame. A figure without `compute` is computed by
 * a worker, and shown with each better result. The promise resolves when the last result is shown or newer values
 * have replaced these; it rejects when the computation fails.
 */
export function createComputer(
  folder: string,
  figure: LoadedFigure,
  input: unknown,
  show: Show,
): (values: Values) => Promise<void> {
  const { compute } = figure;
  if (compute === undefined) return createWorkerComputer(folder, input, show);
  let newest: Values;
  let frame: Promise<void> | undefined;
  return (values) => {
    newest = values;
    frame ??= new Promise((resolve, reject) => {
      requestAnimationFrame(() => {
        frame = undefined;
        try {
          show(compute(newest, input), newest, true);
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    return frame;
  };
}

function createWorkerComputer(
  folder: string,
  input: unknown,
  show: Show,
): (values: Values) => Promise<void> {
  let worker: Worker | undefined;
  let number = 0;
  let newest: { values: Values; resolve: () => void; reject: (error: Error) => void } | undefined;
  const start = () => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (newest === undefined || data.number !== number) return;
      show(data.result, newest.values, data.isLast);
      if (data.isLast) newest.resolve();
    });
    started.addEventListener('error', ({ message }) => {
      started.terminate();
      worker = undefined;
      newest?.reject(new Error(message || 'The worker could not be loaded.'));
    });
    return started;
  };
  return (values) => {
    newest?.resolve();
    number += 1;
    // The first question fetches the worker.
    worker ??= start();
    worker.postMessage({ number, folder, values, input } satisfies Question);
    return new Promise((resolve, reject) => {
      newest = { values, resolve, reject };
    });
  };
}
