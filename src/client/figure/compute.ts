import type { Values } from '../../figures/shared/parameter.ts';
import type { ShownFigure } from './load.ts';
import { startWorker } from './trusted.ts';

/** What a worker is asked for. */
export interface Question {
  number: number;
  values: Values;
}

/** What it answers: a result, and whether it is the last one. */
export interface Answer {
  number: number;
  result: unknown;
  isLast: boolean;
}

type Show = (result: unknown, values: Values, isLast: boolean) => void;

/**
 * Computes a figure for the newest values, and shows it at the next frame; what takes long is computed in
 * a worker and shown as it becomes better. The promise is kept when the last result is shown, and when
 * newer values have taken its place; it is broken where nothing can be computed.
 */
export function createComputer(
  figure: ShownFigure,
  input: unknown,
  show: Show,
): (values: Values) => Promise<void> {
  const { compute } = figure;
  if (compute === undefined) return createWorkerComputer(show);
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

function createWorkerComputer(show: Show): (values: Values) => Promise<void> {
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
    // Until something is asked, nothing is fetched for it.
    worker ??= start();
    worker.postMessage({ number, values } satisfies Question);
    return new Promise((resolve, reject) => {
      newest = { values, resolve, reject };
    });
  };
}
