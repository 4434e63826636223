import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

/** How a command of the site ended. */
export interface Outcome {
  /** Its exit code; null where a signal ended it. */
  code: number | null;
  /** All that it printed, in one text. */
  output: string;
  /** How long it ran, in ms. */
  span: number;
}

/** A command that runs. */
export interface Running {
  child: ChildProcess;
  /** What it printed so far. */
  read: () => string;
  ended: Promise<Outcome>;
  /** Ends it with all that it started, as a power cut does. */
  kill: (signal?: NodeJS.Signals) => void;
}

export interface CommandOptions extends Pick<SpawnOptions, 'uid' | 'gid'> {
  env?: Record<string, string | undefined>;
  /** The script that Node runs, in place of that of the site. */
  script?: string;
  /** What Node is started by, as `['taskset', '-c', '0']`. */
  wrap?: string[];
  /** After how long it is ended, in ms. */
  limit?: number;
}

/** What an attempt is given before it counts as one that never ends, in ms. */
const usualLimit = 900_000;

/** Starts a command of the project in `root`, as `npm run` does. */
export function startCommand(
  root: string,
  args: readonly string[],
  { env, script = 'src/cli/run.mjs', wrap = [], limit = usualLimit, ...user }: CommandOptions = {},
): Running {
  const [program = '', ...rest] = [...wrap, process.execPath, script, ...args];
  const start = performance.now();
  const child = spawn(program, rest, {
    ...user,
    cwd: root,
    // A group of its own, so that its children can be ended with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: undefined, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const read = () => stripVTControlCharacters(output);
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(kill, limit);
  const ended = once(child, 'close').then((results) => {
    const [code = null] = results as (number | null)[];
    clearTimeout(timer);
    return { code, output: read(), span: performance.now() - start };
  });
  return { child, read, ended, kill };
}

export async function runCommand(
  root: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Outcome> {
  return await startCommand(root, args, options).ended;
}

/** What no report to an author holds. */
const debris: [pattern: RegExp, name: string][] = [
  [/^\s+at .*(\(|:\d+:\d+)/m, 'a stack trace'],
  [/\[object Object\]/, '“[object Object]”'],
  [/^node:internal|^Node\.js v\d/m, 'the words of an uncaught exception'],
  [/\n\s*(\w*Error: )?\b(undefined|null)\s*\n/, '“undefined”'],
];

/** Complaints about what a command printed where it could not do what was asked. */
export function checkWords(output: string): string[] {
  if (output.trim() === '') return ['it says nothing'];
  return debris
    .filter(([pattern]) => pattern.test(output))
    .map(([, name]) => `it prints ${name}: ${quote(output)}`);
}

/** The end of an output, on one line. */
export function quote(output: string): string {
  const text = output.trim().replaceAll(/\s+/g, ' ');
  return text.length > 300 ? `…${text.slice(-300)}` : text;
}
