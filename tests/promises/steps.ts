import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand, type CommandOptions } from './command.ts';
import type { FileStep, StepTask } from './file-steps.ts';

const module = pathToFileURL(join(import.meta.dirname, 'file-steps.ts')).href;

/** The environment in which a command of the copy in `project` is watched, or stopped, at its changes of files. */
export function watchSteps(project: string, task: Omit<StepTask, 'project'>): CommandOptions {
  const options = { project, ...task } satisfies StepTask;
  return { env: { NODE_OPTIONS: `--import=${module}`, FILE_STEPS: JSON.stringify(options) } };
}

/** Every change that a command makes to the files of the copy in `root`, in order. */
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

/** The steps by which a new site takes the place of the last one, and one before and behind them. */
export function findSwap(steps: readonly FileStep[], folder = 'dist'): FileStep[] {
  const isSwap = ({ text }: FileStep) =>
    /^(exchange|rename|symlink|link|rm|rmdir|unlink|cp|mkdir) /.test(text) &&
    text.split(' ').includes(folder);
  const first = steps.findIndex(isSwap);
  const last = steps.findLastIndex(isSwap);
  return first === -1 ? [] : steps.slice(Math.max(0, first - 1), last + 2);
}
