import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand, type CommandOptions } from './command.ts';
import type { FileStep, StepTask } from './file-steps.ts';

const module = pathToFileURL(join(import.meta.dirname, 'file-steps.ts')).href;

/** Returns the environment that logs or interrupts the file changes of a command in `project`. */
export function watchSteps(project: string, task: Omit<StepTask, 'project'>): CommandOptions {
  const options = { project, ...task } satisfies StepTask;
  return { env: { NODE_OPTIONS: `--import=${module}`, FILE_STEPS: JSON.stringify(options) } };
}

/** Returns every file change of a command in `root`, in order. */
export async function listSteps(
  root: string,
  args: readonly string[],
  exchanges = true,
): Promise<FileStep[]> {
  const log = join(root, 'steps.log');
  rmSync(log, { force: true });
  await runCommand(root, args, watchSteps(root, { log, exchanges }));
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  rmSync(log);
  return lines.map((line) => JSON.parse(line) as FileStep);
}

/** Returns the steps in which a new site replaces the last one, and one before and after them. */
export function findSwap(steps: readonly FileStep[], folder = 'dist'): FileStep[] {
  const isSwap = ({ text }: FileStep) =>
    /^(exchange|rename|symlink|link|rm|rmdir|unlink|cp|mkdir) /.test(text) &&
    text.split(' ').includes(folder);
  const first = steps.findIndex(isSwap);
  const last = steps.findLastIndex(isSwap);
  return first === -1 ? [] : steps.slice(Math.max(0, first - 1), last + 2);
}
