import type { Fault } from '../lib/fault.ts';
import { complaints } from './complaints.ts';
import { buildFields } from './crossref.ts';
import { checkNeeds, checkValues } from './entry-checks.ts';
import { buildFault, buildPosition, buildReader, type Position, type Reader } from './reader.ts';
import { parseStatements, type Statement } from './syntax.ts';

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
  /** The entries without fault, in the order of the file. */
  entries: BibEntry[];
  /** Readable entries with a missing field or a bad value. They may have other faults. */
  faulty: BibEntry[];
  faults: Fault[];
  /** Keys of entries with faults, so that a citation of one is not reported as a second mistake. */
  brokenKeys: string[];
}

/**
 * Reads BibTeX. `file` is the path that faults name. Never throws: every mistake in the text is a
 * fault, and the entries around it are read.
 */
export function parseBibliography(text: string, file: string): Bibliography {
  const reader = buildReader(text, file);
  const statements = parseStatements(reader);
  const byKey = buildIndex(reader, statements);
  const keys = [...byKey.values()].map(({ key }) => key);
  const entries: BibEntry[] = [];
  const faulty: BibEntry[] = [];
  const brokenKeys: string[] = [];

  for (const statement of statements) {
    const faultCount = reader.faults.length;
    const fields = buildFields(reader, statement, byKey, keys);
    // A field can seem missing if an end is missing before it, or if the parent of its entry is unknown.
    const isWhole = statement.isClosed && reader.faults.length === faultCount;
    if (isWhole) checkNeeds(reader, statement, fields);
    checkValues(reader, statement);
    const isFirst = byKey.get(statement.key.toLowerCase()) === statement;
    if (!isFirst) continue;
    const isGood = statement.isSound && reader.faults.length === faultCount;
    if (!isGood) brokenKeys.push(statement.key);
    if (statement.isSound) (isGood ? entries : faulty).push(buildEntry(reader, statement, fields));
  }
  const faults = reader.faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { entries, faulty, faults, brokenKeys };
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
      const complaint = complaints.duplicateKey(key, first.key, line);
      reader.faults.push(buildFault(reader, keyStart, complaint, 'bibtex-duplicate-key'));
    }
  }
  return byKey;
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
