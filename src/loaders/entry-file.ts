import type { Fault } from '../lib/fault.ts';
import { findOriginal } from './originals.ts';
import {
  completeFields,
  findEntrySchema,
  findOwnWork,
  hasFile,
  readOwnFields,
} from './own-entries.ts';
import { buildLocation } from './source.ts';
import { readTextFile } from './text-file.ts';
import { completeTranslation } from './translation-fields.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** An entry as its file holds it. */
export interface EntryFile {
  /** The front matter; absent if the file has none. */
  source?: YamlSource;
  /**
   * The prose, preceded by blank lines in place of the front matter, so that locations match the
   * file. Absent if it cannot be told from the fields.
   */
  body?: string;
  /** The faults outside the fields. */
  faults: Fault[];
}

/**
 * Reads the entry in `file`, with the fields of the work of `content/own.bib` that it is, or with the facts of the entry
 * of which it is a translation. The check, the content collections and the MDX compiler all use it.
 */
export function readEntryFile(root: string, file: string): EntryFile {
  const translation = findOriginal(root, file);
  if (translation !== undefined) {
    const { original, language } = translation;
    const entry = readFile(root, file);
    const { source } = readEntryFile(root, original);
    const schema = findEntrySchema(root, original);
    return {
      ...entry,
      ...(entry.source && {
        source: completeTranslation(entry.source, source, schema, language),
      }),
    };
  }
  const work = findOwnWork(root, file);
  if (work === undefined) return readFile(root, file);
  const fields = readOwnFields(work);
  if (!hasFile(root, file)) return { source: fields, body: '', faults: [] };
  const entry = readFile(root, file);
  return { ...entry, ...(entry.source && { source: completeFields(entry.source, fields) }) };
}

/** Reads the entry in `file` without regard to any other file. */
export function readFile(root: string, file: string): EntryFile {
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

/**
 * Splits an entry into front matter and prose, each with the other blanked out, so that locations
 * match the file. As in YAML, three dots may end the front matter.
 */
export function splitText(text: string): { fields: string; body: string } | undefined {
  const [all, opening = '', fields = ''] =
    /^(---[ \t]*\n)([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (all === undefined) return undefined;
  return {
    fields: opening.replaceAll('-', ' ') + fields,
    body: all.replace(/[^\n]/g, ' ') + text.slice(all.length),
  };
}

/** Returns the offset of prose within the fields when the closing `---` is missing. */
function findProse(fields: string): number | undefined {
  const line = /\n[ \t]*\n(?=#{2,6}\s|\$\$|```|!\[|>\s|\||\p{Lu}[^:\n]{30})/u.exec(fields);
  return line === null ? undefined : line.index + line[0].length;
}

function describeProse(file: string, fields: string, offset: number): Fault {
  return {
    rule: 'malformed-yaml',
    ...buildLocation(file, fields, offset),
    expected: 'a line of three hyphens between the fields and the prose',
    fix: 'Write “---” on its own line between the fields and the prose.',
  };
}

function describeNoFields(file: string, text: string): Fault {
  return {
    rule: 'malformed-yaml',
    file,
    line: 1,
    column: 1,
    found: text.trim().split('\n')[0]?.trim() || '(an empty file)',
    expected: 'the fields of the entry at the top of the file, between two lines of three hyphens',
    fix: 'Begin the file with a line “---”, then “title: …” and the other fields, then a line “---”.',
  };
}
