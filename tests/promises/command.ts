import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The result of a command. */
export interface Outcome {
  /** The exit code, or null after a signal. */
  code: number | null;
  /** Both output streams in one text. */
  output: string;
  /** The running time, in ms. */
  span: number;
}

/** A running command. */
export interface Running {
  child: ChildProcess;
  /** Returns the output so far. */
  read: () => string;
  ended: Promise<Outcome>;
  /** Kills it with all its children, like a power cut. */
  kill: (signal?: NodeJS.Signals) => void;
}

export interface CommandOptions extends Pick<SpawnOptions, 'uid' | 'gid'> {
  env?: Record<string, string | undefined>;
  /** A script for Node, in place of that of the site. */
  script?: string;
  /** A command line before Node, as `['taskset', '-c', '0']`. */
  wrap?: string[];
  /** A time limit, in ms. */
  limit?: number;
}

/** The time after which an attempt counts as hanging, in ms. */
const usualLimit = 900_000;

/** Starts a command of the project in `root`, as `npm run` does. */
export function startCommand(
  root: string,
  args: readonly string[],
  { env, script = 'src/cli/run.mjs', wrap = [], limit = usualLimit, ...user }: CommandOptions = {},
): Running {
  // A build of unchanged content would leave the site as it is, and meet nothing.
  rmSync(join(root, '.cache/made/dist/site'), { force: true });
  const [program = '', ...rest] = [...wrap, process.execPath, script, ...args];
  const start = performance.now();
  const child = spawn(program, rest, {
    ...user,
    cwd: root,
    // Its own process group, so that its children can be killed with it.
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

/** Text that no report to an author may contain. */
const debris: [pattern: RegExp, name: string][] = [
  [/^\s+at .*(\(|:\d+:\d+)/m, 'a stack trace'],
  [/\[object Object\]/, '“[object Object]”'],
  [/^node:internal|^Node\.js v\d/m, 'the words of an uncaught exception'],
  [/\n\s*(\w*Error: )?\b(undefined|null)\s*\n/, '“undefined”'],
];

/** Complains about the output of a command that failed. */
export function checkWords(output: string): string[] {
  if (output.trim() === '') return ['it says nothing'];
  return debris
    .filter(([pattern]) => pattern.test(output))
    .map(([, name]) => `it prints ${name}: ${quote(output)}`);
}

/** Returns the end of an output on one line. */
export function quote(output: string): string {
  const text = output.trim().replaceAll(/\s+/g, ' ');
  return text.length > 300 ? `…${text.slice(-300)}` : text;
}
