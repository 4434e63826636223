/** Shows the progress of a command. */
export interface Progress {
  /** Begins the next step, or updates its progress. */
  tell: (step: string, done?: number, all?: number) => void;
  end: () => void;
}

/** Shorter commands show nothing, in ms. */
const patience = 2000;

/** The refresh interval in a terminal, in ms. */
const interval = 200;

/**
 * Shows progress on standard error: in a terminal as one changing line that disappears at the end,
 * elsewhere as a line for each step.
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
