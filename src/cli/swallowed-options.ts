import { distance } from 'fastest-levenshtein';
import { commands, type Command } from './commands.ts';

/** Options that npm has too. In a command without one of the same name, npm is meant. */
const ofNpm = ['all'];

interface Taken {
  /** The flags of the option, as in the list of commands. */
  flags: string;
  name: string;
  /** The values that npm read: `true` without one. */
  values: string[];
}

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
  const others = commands
    .flatMap(({ options = [] }) => options.map(([flags]) => flags))
    .filter((flags) => !own.includes(flags) && !ofNpm.includes(readName(flags)));
  const taken = listTaken(own, environment);
  const [foreign] = listTaken([...new Set(others)], environment);
  if (taken.length === 0)
    return foreign && `${nameScript(name)} has no option --${foreign.name}. Nothing was done.`;
  const withValue = taken.filter(({ flags }) => hasValue(flags));
  const typed = taken.flatMap(({ flags, name: option, values }) => {
    const [, placeholder = ''] = flags.split(' ');
    // npm does not say which word belongs to which option.
    const [given] = withValue.length === 1 && words.length > 0 ? [words.join(' ')] : [placeholder];
    return values.map((value) => {
      const text = value === 'true' || value === '' ? given : value;
      return hasValue(flags) ? `--${option} ${quote(text)}` : `--${option}`;
    });
  });
  return (
    `npm took ${taken.map((one) => `--${one.name}`).join(' and ')} for its own option, so nothing was ` +
    `done. Write “--” before the options of a command:\n\n  ${nameScript(name)} -- ${typed.join(' ')}\n`
  );
}

/** Returns the options among `flags` that the environment has from npm. */
function listTaken(flags: readonly string[], environment: NodeJS.ProcessEnv): Taken[] {
  const names = flags.map(readName);
  return Object.entries(environment).flatMap(([key, value = '']) => {
    const [, typed = ''] = /^npm_config_(.*)$/.exec(key) ?? [];
    const name = findOption(typed.replaceAll('_', '-'), names);
    const meant = flags.find((one) => readName(one) === name);
    // npm reads “--no-fix”, or “fix=false” in its settings, as an empty text.
    if (name === undefined || meant === undefined || (value === '' && !hasValue(meant))) return [];
    return [{ flags: meant, name, values: value.split('\n\n') }];
  });
}

function hasValue(flags: string): boolean {
  return flags.includes(' <');
}

function quote(text = ''): string {
  return /^<|^[\w./:@%+=,~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
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
  const most = typed.length > 5 ? 2 : typed.length > 3 ? 1 : 0;
  return names.find((name) => name.startsWith(typed.slice(0, 1)) && distance(name, typed) <= most);
}
