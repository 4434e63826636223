import { nearest } from '../lib/nearest.ts';
import type { Command } from './commands.ts';

/**
 * Describes options that npm consumed because they were typed without `--` before them. npm passes
 * them only in the environment, where a command would silently miss them. Returns undefined if
 * there are none.
 *
 * @param words the words that npm passed on, including the values of those options
 */
export function findSwallowed(
  { name, options = [] }: Command,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const own = options.map(([flags]) => flags);
  const names = own.map(readName);
  const taken = Object.entries(environment).flatMap(([key, value = '']) => {
    const [, typed = ''] = /^npm_config_(.*)$/.exec(key) ?? [];
    const option = findOption(typed.replaceAll('_', '-'), names);
    return option === undefined ? [] : [{ option, value }];
  });
  if (taken.length === 0) return undefined;
  const withValue = taken.filter(({ option }) =>
    own.some((flags) => flags.startsWith(`--${option} <`)),
  );
  const typed = taken.map(({ option, value }) => {
    const [, placeholder] = own.find((flags) => readName(flags) === option)?.split(' ') ?? [];
    if (placeholder === undefined) return `--${option}`;
    // npm does not say which word belongs to which option.
    const given = value === 'true' && withValue.length === 1 ? words.join(' ') : value;
    return `--${option} ${given && given !== 'true' ? given : placeholder}`;
  });
  return (
    `npm took ${taken.map(({ option }) => `--${option}`).join(' and ')} for its own option, so nothing was ` +
    `done. Write “--” before the options of a command:\n\n  ${nameScript(name)} -- ${typed.join(' ')}\n`
  );
}

/** Returns a command as it is typed. */
export function nameScript(name: string): string {
  return name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
}

function readName(flags: string): string {
  return flags.replace(/^--|\s.*$/g, '');
}

/** Returns the option that a name means, even misspelt. Short npm options look alike. */
function findOption(typed: string, names: readonly string[]): string | undefined {
  if (names.includes(typed)) return typed;
  const near = nearest(typed, names);
  const isAlike = near !== undefined && Math.abs(near.length - typed.length) <= 2;
  return isAlike && typed.length > 5 && typed.startsWith(near.charAt(0)) ? near : undefined;
}
