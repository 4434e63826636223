import { checkFormat } from './foreign-format.ts';
import type { Fault } from '../lib/fault.ts';
import { complaints } from './complaints.ts';
import { readMeantFields } from './meant-fields.ts';
import { buildFields } from './crossref.ts';
import { commandTypes, dataTypes, entryTypes } from './entry-types.ts';
import { checkNeeds } from './entry-checks.ts';
import { buildFault, buildPosition, buildReader, type Position, type Reader } from './reader.ts';
import { checkValues } from './value-checks.ts';
import { parseStatements, type Statement } from './syntax.ts';
import { renderTex } from './tex.ts';

/** One entry of a `.bib` file. */
export interface BibEntry {
  key: string;
  /** `article`, `inproceedings`, …: lower case. */
  type: string;
  /** Values as TeX, by lower-case name: macros put in, pieces joined, outer delimiters gone. */
  fields: ReadonlyMap<string, string>;
  /** The position of each field name; without inherited fields. */
  positions: ReadonlyMap<string, Position>;
  /** The author's own text from `@` to the last brace, byte for byte. */
  source: string;
  line: number;
}

/** The contents of a `.bib` file. */
export interface Bibliography {
  /** The entries that BibTeX would read, in the order of the file. They may have faults of their own. */
  entries: BibEntry[];
  faults: Fault[];
  /** Keys of the other entries, so that a citation of one is not reported as a second mistake. */
  brokenKeys: string[];
}

/** The rules that hold for every entry, whether it is shown or not. */
const limits: ReadonlySet<string> = new Set(['too-large', 'too-deep']);

/**
 * Reads BibTeX. `file` is the path that faults name. Never throws: every mistake in the text is a
 * fault, and the entries around it are read.
 */
export function parseBibliography(text: string, file: string): Bibliography {
  const reader = buildReader(text, file);
  const statements = parseStatements(reader);
  // What BibTeX finds in a file of another format is no entry.
  const isEmpty = statements.every(({ fields }) => fields.length === 0);
  if (isEmpty && !isBibtex(text) && checkFormat(reader))
    return { entries: [], faults: reader.faults, brokenKeys: [] };
  for (const statement of statements) readMeantFields(reader, statement);
  const byKey = buildIndex(reader, statements);
  const keys = [...byKey.values()].map(({ key }) => key);
  const entries: BibEntry[] = [];
  const brokenKeys: string[] = [];

  for (const statement of statements) {
    const faultCount = reader.faults.length;
    const fields = buildFields(reader, statement, byKey, keys);
    // A field can seem missing if an end is missing before it, or if the parent of its entry is unknown.
    const isWhole = statement.isClosed && reader.faults.length === faultCount;
    // An entry of data is no work. Others have its fields.
    const isData = statement.type === 'xdata';
    if (isWhole && !isData) checkNeeds(reader, statement, fields);
    checkValues(reader, statement);
    for (const fault of reader.faults.slice(faultCount))
      if (!limits.has(fault.rule) && !isData) fault.entry = statement.key;
    const isFirst = byKey.get(statement.key.toLowerCase()) === statement;
    if (!isFirst || isData) continue;
    if (statement.isSound) entries.push(buildEntry(reader, statement, fields));
    else brokenKeys.push(statement.key);
  }
  const faults = reader.faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { entries, faults, brokenKeys };
}

/** Whether a line of a file begins an entry or a command of BibTeX. Then it has mistakes, and no other format. */
function isBibtex(text: string): boolean {
  const types = [...entryTypes, ...dataTypes, ...commandTypes].join('|');
  return new RegExp(String.raw`^[ \t]*@(?:${types})\s*[{(]`, 'im').test(text);
}

/** Indexes entries by lower-case key, because BibTeX ignores case. The first entry with a key counts. */
function buildIndex(reader: Reader, statements: readonly Statement[]): Map<string, Statement> {
  const byKey = new Map<string, Statement>();
  for (const statement of statements.filter(({ key }) => key !== '')) {
    const { key, keyStart } = statement;
    const first = byKey.get(key.toLowerCase());
    if (first === undefined) byKey.set(key.toLowerCase(), statement);
    else {
      const { line } = buildPosition(reader, first.start);
      const complaint = complaints.duplicateKey(
        key,
        first.key,
        line,
        findContrast(statement, first),
        findAdded(statement, first),
      );
      reader.faults.push(buildFault(reader, keyStart, complaint, 'bibtex-duplicate-key'));
    }
  }
  return byKey;
}

/** The first field that two entries have with different values; undefined if they agree. */
function findContrast(one: Statement, two: Statement): string | undefined {
  const values = new Map(two.fields.map(({ name, value }) => [name, renderTex(value)]));
  return one.type === two.type
    ? one.fields.find(
        ({ name, value }) => (values.get(name) ?? renderTex(value)) !== renderTex(value),
      )?.name
    : 'type';
}

/** The fields that only one of two entries has. */
function findAdded(one: Statement, two: Statement): string[] {
  const names = ({ fields }: Statement) => new Set(fields.map(({ name }) => name));
  return [...names(one).symmetricDifference(names(two))];
}

function buildEntry(
  reader: Reader,
  statement: Statement,
  fields: ReadonlyMap<string, string>,
): BibEntry {
  const { key, type, start, end } = statement;
  return {
    key,
    type,
    fields,
    positions: new Map(
      statement.fields.map(({ name, start }) => [name, buildPosition(reader, start)]),
    ),
    source: reader.text.slice(start, end),
    line: buildPosition(reader, start).line,
  };
}
