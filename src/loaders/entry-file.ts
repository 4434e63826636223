import type { Fault } from '../lib/fault.ts';
import { buildPlace } from './source.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** An entry as its file holds it. */
export interface EntryFile {
  /** The fields; absent where the file has none. */
  source?: YamlSource;
  /**
   * The prose, below as many blank lines as the fields take, so that its places are those of the file;
   * absent where it cannot be told from the fields.
   */
  body?: string;
  /** What is wrong with the file beside its fields. */
  faults: Fault[];
}

/** Reads the entry in `file`. The check, the content collections and the MDX compiler all read it here. */
export function readEntryFile(root: string, file: string): EntryFile {
  const { text, faults } = readTextFile(root, file);
  if (text === undefined) return { faults };
  const parts = splitText(text);
  if (parts === undefined) return { faults: [...faults, describeNoFields(file, text)] };
  const { fields, body } = parts;
  const prose = findProse(fields);
  if (prose === undefined) return { source: parseYaml(fields, file), body, faults };
  return {
    source: parseYaml(fields.slice(0, prose), file),
    faults: [...faults, describeProse(file, fields, prose)],
  };
}

/** The fields and the prose of an entry, each with the rest blanked out, so that places stay right. */
export function splitText(text: string): { fields: string; body: string } | undefined {
  const [all, opening = '', fields = ''] =
    /^(---[ \t]*\n)([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (all === undefined) return undefined;
  return {
    fields: opening.replaceAll('-', ' ') + fields,
    body: all.replace(/[^\n]/g, ' ') + text.slice(all.length),
  };
}

/** Where prose begins among the fields, because the line is missing that ends them. */
function findProse(fields: string): number | undefined {
  const line = /\n[ \t]*\n(?=#{2,6}\s|\$\$|```|!\[|>\s|\||\p{Lu}[^:\n]{30})/u.exec(fields);
  return line === null ? undefined : line.index + line[0].length;
}

function describeProse(file: string, fields: string, offset: number): Fault {
  return {
    rule: 'malformed-yaml',
    ...buildPlace(file, fields, offset),
    expected: 'a line of three hyphens that ends the fields, above the prose',
    fix: 'Write “---” on a line of its own between the fields and the prose.',
  };
}

function describeNoFields(file: string, text: string): Fault {
  return {
    rule: 'malformed-yaml',
    file,
    line: 1,
    column: 1,
    found: text.trim().split('\n')[0]?.trim() || '(an empty file)',
    expected: 'the fields of the entry between two lines of three hyphens, at the top of the file',
    fix: 'Begin the file with a line “---”, then “title: …” and the other fields, then a line “---”.',
  };
}
