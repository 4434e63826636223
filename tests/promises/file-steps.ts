import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';
import { isMainThread } from 'node:worker_threads';

// Preloaded into a command of the site with `node --import`: logs each change of the file system,
// and kills the process or fails the call at one of them. The site itself has no hooks for it.

/** A change, as `rename dist to .cache/previous/dist`, and the number of equal ones before it. */
export interface FileStep {
  text: string;
  nth: number;
}

/** Steps are logged to `log`. At `step` the process ends, or the call fails. */
export interface StepTask {
  project: string;
  log?: string;
  step?: FileStep;
  event?: 'kill before' | 'kill after' | (string & {});
  /** Whether the system can exchange two folders atomically. Otherwise two renames do. */
  exchanges?: boolean;
}

const names = ['rename', 'rm', 'rmdir', 'unlink', 'symlink', 'link', 'mkdir', 'cp', 'copyFile'];
names.push('writeFile', 'appendFile', 'open', 'chmod', 'utimes', 'truncate');

type Call = (...args: unknown[]) => unknown;

const task = JSON.parse(process.env.FILE_STEPS ?? '{}') as Partial<StepTask>;
const log = task.log === undefined ? undefined : fs.openSync(task.log, 'a');
const counts = new Map<string, number>();

/** Describes a call, or returns undefined if it only reads or is outside the project. */
function describe(name: string, args: readonly unknown[], project: string): string | undefined {
  const isReading = name === 'open' && !/[wax+]/.test(typeof args[1] === 'string' ? args[1] : 'r');
  if (isReading) return undefined;
  const paths = args.slice(
    0,
    ['exchange', 'rename', 'symlink', 'link', 'cp', 'copyFile'].includes(name) ? 2 : 1,
  );
  const inside = paths
    .map((path) => (path instanceof URL ? path.pathname : typeof path === 'string' ? path : ''))
    .map((path) => relative(project, path));
  if (inside.every((path) => path === '' || path.startsWith('..'))) return undefined;
  // Process ids and times in names are normalized.
  return `${name} ${inside.join(' to ').replaceAll(/\d{3,}/g, '#')}`;
}

function killAll(): never {
  process.kill(0, 'SIGKILL');
  for (;;);
}

/**
 * Logs a call. Returns a function that ends the process or fails the call, for the step of the
 * task.
 */
function enter(name: string, args: readonly unknown[]): (() => void) | undefined {
  const { project = '', step, event } = task;
  const text = describe(name, args, project);
  if (text === undefined) return undefined;
  const nth = counts.get(text) ?? 0;
  counts.set(text, nth + 1);
  if (log !== undefined) fs.writeSync(log, `${JSON.stringify({ text, nth })}\n`);
  if (text !== step?.text || nth !== step.nth) return undefined;
  if (event === 'kill before') killAll();
  if (event === 'kill after') return killAll;
  const [path] = args;
  throw Object.assign(new Error(`${event}: made to fail, ${name} '${String(path)}'`), {
    code: event,
    syscall: name,
    path,
  });
}

function wrapSync(name: string, call: Call): Call {
  return (...args) => {
    const leave = enter(name, args);
    const result = call(...args);
    leave?.();
    return result;
  };
}

function wrapPromise(name: string, call: Call): Call {
  return async (...args) => {
    const leave = enter(name, args);
    const result = await call(...args);
    leave?.();
    return result;
  };
}

function wrapCallback(name: string, call: Call): Call {
  return (...args) => {
    const callback = args.at(-1) as Call;
    try {
      const leave = enter(name, args);
      const whenDone: Call = (...results) => {
        leave?.();
        return callback(...results);
      };
      return call(...args.slice(0, -1), whenDone);
    } catch (error) {
      process.nextTick(callback, error);
      return undefined;
    }
  };
}

/** The exchange of two folders is not part of Node. */
function watchExchange(project: string): void {
  const load = createRequire(`${project}/package.json`);
  const extensions = load('fs-native-extensions') as Record<string, Call>;
  const { swap } = extensions;
  if (swap === undefined) return;
  const refuse = () => Promise.reject(Object.assign(new Error('No exchange.'), { code: 'ENOSYS' }));
  extensions.swap = task.exchanges === false ? refuse : wrapPromise('exchange', swap);
}

if (isMainThread && task.project !== undefined) {
  const library = fs as unknown as Record<string, Call>;
  const promises = fs.promises as unknown as Record<string, Call>;
  for (const name of names) {
    const replace = (owner: Record<string, Call>, key: string, wrap: typeof wrapSync) => {
      const call = owner[key];
      if (call !== undefined) owner[key] = wrap(name, call);
    };
    replace(library, `${name}Sync`, wrapSync);
    replace(library, name, wrapCallback);
    replace(promises, name, wrapPromise);
  }
  syncBuiltinESMExports();
  watchExchange(task.project);
}
