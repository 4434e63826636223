import { commands, type Command } from '../commands.ts';
import { buildCode, buildTable, replacePart } from './part.ts';

/** Writes a section for each command into `docs/commands.md`. */
export function buildCommands(text: string): string {
  return replacePart(text, 'commands', commands.map(buildSection).join('\n\n'));
}

function buildSection({ name, summary, options = [], argument, examples, fails }: Command): string {
  const script = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
  const rows = [...options, ...(argument === undefined ? [] : [argument])];
  return [
    `## ${buildCode(script)}`,
    summary,
    ...(rows.length === 0 ? [] : [buildTable(['option', 'what it does'], rows.map(buildRow))]),
    buildTable(['example', 'what it does'], examples.map(buildRow)),
    `It ends with 0${fails === undefined ? '' : `, or with 1 if ${fails}`}.`,
  ].join('\n\n');
}

function buildRow([code, text]: readonly [string, string]): string[] {
  return [buildCode(code), text];
}
