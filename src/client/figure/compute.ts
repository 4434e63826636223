import type { Drawing } from '../../figures/shared/interactive-figure.ts';
import type { Values } from '../../figures/shared/parameter.ts';
import { startWorker } from './trusted.ts';

/** Values for which a worker is to draw a figure. */
export interface Question {
  number: number;
  /** The folder of the figure. */
  folder: string;
  values: Values;
  input: unknown;
  /** The width of each panel. */
  width: number;
}

/** A drawing for the question of the same number. */
export interface Answer {
  number: number;
  drawing: Drawing;
  /** Whether there is no better one for this question. */
  isLast: boolean;
}

/**
 * Computes and draws a figure in a worker of its own, and shows each better drawing of the newest values. The page
 * only places what is drawn, so it never waits. The promise resolves when the last drawing is shown or newer values
 * have replaced these; it rejects when the computation fails.
 */
export function createComputer(
  folder: string,
  input: unknown,
  show: (drawing: Drawing, isLast: boolean) => void,
): (values: Values, width: number) => Promise<void> {
  let worker: Worker | undefined;
  let number = 0;
  let newest: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const start = () => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      // An older drawing is shown until there is a newer one: during a drag the worker may always be behind.
      const isLast = data.isLast && data.number === number;
      show(data.drawing, isLast);
      if (isLast) newest?.resolve();
    });
    started.addEventListener('error', ({ message }) => {
      started.terminate();
      worker = undefined;
      newest?.reject(new Error(message || 'The worker could not be loaded.'));
    });
    return started;
  };
  return (values, width) => {
    newest?.resolve();
    number += 1;
    // The first question fetches the worker.
    worker ??= start();
    worker.postMessage({ number, folder, values, input, width } satisfies Question);
    return new Promise((resolve, reject) => {
      newest = { resolve, reject };
    });
  };
}
