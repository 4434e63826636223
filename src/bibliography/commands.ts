import { accents } from '../lib/tex/letters.ts';
import { describedFirst, linking, looks, silent, styles, symbols } from './tex-tables.ts';

/** A command that a `@preamble` defines. */
export interface Command {
  /** The number of its arguments. */
  count: number;
  /** The value of its first argument, if that is optional. */
  preset?: string;
  body: string;
}

export type Commands = ReadonlyMap<string, Command>;

const definition =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?\s*(?:\[([^\]]*)\])?\s*(?=\{)|\\(?:g|x|e)?def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*(?=\{)/g;

/** Commands with a meaning here, which a definition for print would take away. */
const tables = [accents, describedFirst, linking, looks, silent, styles, symbols];

/** Reads the definitions of the `@preamble` statements of a `.bib` file. */
export function parseCommands(text: string): Map<string, Command> {
  const commands = new Map<string, Command>();
  for (const { index, 0: head } of text.matchAll(/@preamble\s*[{(]/gi)) {
    // The parentheses of a statement do not nest; its braces do.
    const body =
      readGroup(text, index + head.length - 1) ?? text.slice(index).split('\n\n', 1)[0] ?? '';
    for (const match of body.matchAll(definition)) {
      const [found, given, digits, preset, defined, marks = ''] = match;
      const name = given ?? defined ?? '';
      const group = readGroup(body, match.index + found.length);
      if (group === undefined || tables.some((table) => table.has(name))) continue;
      const count = digits === undefined ? marks.length / 2 : Number(digits);
      commands.set(name, { count, body: group, ...(preset !== undefined && { preset }) });
    }
  }
  return commands;
}

/** Expansions within one another at most, and letters of the result; a command can use itself. */
const mostPasses = 20;
const mostLetters = 100_000;

/** Puts the bodies of commands in the place of their names. */
export function expandCommands(value: string, commands: Commands): string {
  let text = value;
  for (let pass = 0; pass < mostPasses && commands.size > 0 && text.includes('\\'); pass++) {
    const next = expandOnce(text, commands);
    if (next === text || next.length > mostLetters) break;
    text = next;
  }
  return text;
}

/** Returns the names of the commands that a text uses, with those that they use. */
export function listUsed(text: string, commands: Commands, known = new Set<string>()): Set<string> {
  for (const [, name = ''] of text.matchAll(/\\([A-Za-z]+)/g)) {
    const command = commands.get(name);
    if (command === undefined || known.has(name)) continue;
    known.add(name);
    listUsed(command.body, commands, known);
  }
  return known;
}

/** The definition of a command, in a form that may stand in a file more than once. */
export function formatCommand(name: string, { count, preset, body }: Command): string {
  const optional = preset === undefined ? '' : `[${preset}]`;
  return `\\providecommand{\\${name}}${count > 0 ? `[${count}]` : ''}${optional}{${body}}`;
}

function expandOnce(text: string, commands: Commands): string {
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/\\([A-Za-z]+)[ \t]*/g)) {
    const command = commands.get(match[1] ?? '');
    if (command === undefined || match.index < end) continue;
    let at = match.index + match[0].length;
    const values: string[] = [];
    if (command.preset !== undefined) {
      const [whole = '', given] = /^\[([^\]]*)\]/.exec(text.slice(at)) ?? [];
      values.push(given ?? command.preset);
      at += whole.length;
    }
    while (values.length < command.count) {
      while (/\s/.test(text[at] ?? '')) at++;
      const group = readGroup(text, at);
      values.push(group ?? text[at] ?? '');
      at += group === undefined ? 1 : group.length + 2;
    }
    const body = command.body.replace(/#(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
    pieces.push(text.slice(end, match.index), `{${body}}`);
    end = Math.min(at, text.length);
  }
  return pieces.join('') + text.slice(end);
}

/** The text within the braces that begin at `start`. */
function readGroup(text: string, start: number): string | undefined {
  if (text[start] !== '{') return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return text.slice(start + 1, at);
  }
  return undefined;
}
