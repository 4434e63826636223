/** Tells whoever waits how far a command is. */
export interface Progress {
  /** Begins the next step, in words, and how much of it is done. */
  tell: (step: string, done?: number, all?: number) => void;
  end: () => void;
}

/** A command that takes no longer than so many ms tells nothing. */
const patience = 2000;

/** How often a line in a terminal is written anew, in ms. */
const interval = 200;

/**
 * Starts to tell the progress of a command on standard error: in a terminal as one line that changes and vanishes
 * at the end, elsewhere as a line for each step.
 */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const begin = performance.now();
  let current = '';
  let lastStep = '';
  let shown = '';
  const show = () => {
    const elapsed = performance.now() - begin;
    if (elapsed < patience || current === '') return;
    const isTerminal = stream.isTTY;
    if (isTerminal) stream.write(`\r\x1b[K${current} … ${Math.round(elapsed / 1000)} s`);
    else if (lastStep !== shown) stream.write(`${current} …\n`);
    shown = lastStep;
  };
  const timer = setInterval(show, interval).unref();
  return {
    tell: (step, done, all) => {
      lastStep = step;
      current = done === undefined ? step : `${step}: ${done} of ${all}`;
      show();
    },
    end: () => {
      clearInterval(timer);
      if (stream.isTTY && shown !== '') stream.write('\r\x1b[K');
      current = '';
    },
  };
}
