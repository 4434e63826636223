import { join } from 'node:path';
import { Command as Program, CommanderError } from 'commander';
import { commands, type Command } from './commands.ts';
import { CommandError, describeSystemError, UsageError } from './command-error.ts';
import { withLock } from './lock.ts';
import { projectFolder } from './project.ts';
import { isPutAside, restoreFolder } from './replace-folder.ts';
import { nearest } from '../lib/nearest.ts';
import { findSwallowed, nameScript } from './swallowed-options.ts';

/** Runs the command of a command line. Returns its exit code. */
export async function runProgram(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  let code = 0;
  const program = buildProgram(environment, (result) => (code = result));
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // Commander has printed the error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const refusal = error instanceof CommandError ? error.message : describeSystemError(error);
    if (refusal === undefined) throw error;
    console.error(refusal);
    return error instanceof CommandError ? error.exitCode : 1;
  }
  return code;
}

function buildProgram(environment: NodeJS.ProcessEnv, end: (code: number) => void): Program {
  const program = new Program('npm run')
    .usage('<command> [-- options]')
    .description('The commands of this research portfolio.')
    .exitOverride()
    .helpCommand(false)
    .showSuggestionAfterError()
    .showHelpAfterError('For the options of a command: npm run <command> -- --help');
  for (const command of commands) addCommand(program, command, environment, end);
  return program;
}

function addCommand(
  parent: Program,
  command: Command,
  environment: NodeJS.ProcessEnv,
  end: (code: number) => void,
): void {
  const { name, summary, options = [], argument, examples, fails, load } = command;
  const program = parent
    .command(name)
    .description(summary)
    .usage(formatUsage(command))
    .allowExcessArguments()
    .addHelpText('after', `\n${formatExamples(examples)}\n\n${formatCodes(fails)}`);
  for (const [flags, description] of options)
    if (flags.startsWith('--allow'))
      program.option(flags, description, (word: string, all?: string[]) => [...(all ?? []), word]);
    else program.option(flags, description);
  if (argument) program.argument(...argument);
  program.action(async () => {
    const mistake =
      findSwallowed(command, program.args, environment) ?? findExcess(command, program.args);
    if (mistake !== undefined) throw new UsageError(mistake);
    checkPlace();
    await restoreSites(nameScript(name));
    const { run } = await load();
    end(await run(program.opts<never>(), program.args));
  });
}

function formatUsage({ options = [], argument }: Command): string {
  const parts = [options.length > 0 ? '[options]' : '', argument?.[0] ?? ''].filter(Boolean);
  return parts.length > 0 ? `-- ${parts.join(' ')}` : ' ';
}

/**
 * Throws if the project's path contains a URL delimiter. Astro would not find files, or build
 * other bytes.
 */
function checkPlace(): void {
  const [sign] = /[#?%]/.exec(projectFolder) ?? [];
  if (sign !== undefined)
    throw new CommandError(
      `Astro does not support a path with “${sign}”: ${projectFolder}\n` +
        `Move the project to a path without it, and run the command again.`,
    );
}

/** Restores a site that a killed build had moved aside, before any command uses it. */
async function restoreSites(command: string): Promise<void> {
  for (const folder of ['dist', 'dist-anonymous']) {
    const target = join(projectFolder, folder);
    if (!isPutAside(target)) continue;
    // Waits for a running build.
    const isRestored = await withLock('build', command, () =>
      Promise.resolve(restoreFolder(target)),
    );
    if (isRestored) console.error(`Restored ${folder}/, which a build had put aside.`);
  }
}

function findExcess({ name, options = [], argument }: Command, [word]: string[]) {
  if (argument !== undefined || word === undefined) return undefined;
  const near = nearest(
    word,
    options.map(([flags]) => flags.split(' ')[0] ?? ''),
  );
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return `${nameScript(name)} does not take “${word}”.${hint}\nFor its options: ${nameScript(name)} -- --help`;
}

function formatExamples(examples: Command['examples']): string {
  const width = Math.max(...examples.map(([typed]) => typed.length));
  const lines = examples.map(([typed, effect]) => `  ${typed.padEnd(width)}  ${effect}`);
  return ['Examples:', ...lines].join('\n');
}

function formatCodes(fails?: string): string {
  return [
    'Exit codes:',
    '  0  done',
    ...(fails === undefined ? [] : [`  1  ${fails}`]),
    '  2  the command was typed wrongly; nothing was done',
  ].join('\n');
}
