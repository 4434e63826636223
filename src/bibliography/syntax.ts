import { bisector } from 'd3-array';
import { distance } from 'fastest-levenshtein';
import type { Fault } from '../lib/fault.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import { complaints } from './complaints.ts';
import { parseBody, type StatementBody } from './entry-body.ts';
import { commandTypes, dataTypes, entryTypes } from './entry-types.ts';
import {
  buildCorrection,
  buildFault,
  buildPosition,
  formatExcerpt,
  parseBlank,
  parseWord,
  type Reader,
} from './reader.ts';

/** An entry in the file, with the offsets of its `@` and of the end of its last brace. */
export interface Statement extends StatementBody {
  /** Lower case. */
  type: string;
  start: number;
  end: number;
  /** Whether the syntax of the entry is valid. */
  isSound: boolean;
}

/** The text between two entries. */
interface Gap {
  start: number;
  previous?: Statement;
}

/** The `@type{` at the start of a line; `isIndented` if it follows spaces. */
interface Mark {
  at: number;
  isIndented: boolean;
}

/** Each comment that is not closed is read to the end of the file; after so many, to the next entry. */
const mostOpenComments = 100;

const byPlace = bisector(({ at }: Mark) => at);

/**
 * Parses every entry of a `.bib` file, in order. As in BibTeX, text between entries is a comment; as in biber, so is
 * the rest of a line after `%`. `@string` goes to the macros of the reader.
 *
 * Errors go to the faults of the reader, and parsing continues: an `@type{` at the margin always begins an entry, so a
 * missing brace costs one entry and not the rest of the file.
 */
export function parseStatements(reader: Reader): Statement[] {
  const { length } = reader.text;
  const marks = buildMarks(reader.text);
  const margins = marks.filter(({ isIndented }) => !isIndented).values();
  let margin = margins.next().value;
  let gap: Gap | undefined = { start: 0 };
  const statements: Statement[] = [];
  let openComments = 0;

  while (parseToStatement(reader)) {
    const start = reader.at;
    const type = parseHead(reader);
    if (type === undefined) continue;
    if (gap) checkGap(reader, gap, start);
    gap = undefined;
    if (type === 'unopened') continue;

    while (margin && margin.at <= start) margin = margins.next().value;
    // A comment may contain entries that its author disabled.
    const isEndless = type === 'comment' && openComments < mostOpenComments;
    reader.end = isEndless ? length : (margin?.at ?? length);
    const faultCount = reader.faults.length;
    if (!isKnown(type)) complainOfType(reader, start, type);
    const body = parseBody(reader, start, type);
    const isSound = nameEntry(reader.faults.slice(faultCount), body.key);
    const statement = { ...body, type, start, end: reader.at, isSound };
    if (!commandTypes.includes(type)) statements.push(statement);
    if (!body.isClosed) {
      if (isEndless) openComments += 1;
      reader.at = Math.min(marks[byPlace.right(marks, start)]?.at ?? length, reader.end);
    }
    if (body.isClosed) gap = { start: reader.at, previous: statement };
    reader.end = length;
  }
  if (gap) checkGap(reader, gap, length);
  return statements;
}

/** Names the entry of the faults that BibTeX would read it with. Returns whether it would read the entry. */
function nameEntry(faults: readonly Fault[], key: string): boolean {
  for (const fault of faults) if (fault.entry !== undefined) fault.entry = key;
  return faults.every(({ entry }) => entry !== undefined);
}

function buildMarks(text: string): Mark[] {
  return [...text.matchAll(/^([ \t]*)@[ \t]*[A-Za-z]+[ \t]*[{(]/gm)].map(
    ({ index, 1: indent = '' }) => ({ at: index + indent.length, isIndented: indent !== '' }),
  );
}

/** Moves to the next `@` that may begin a statement. Returns false if there is none. */
function parseToStatement(reader: Reader): boolean {
  const { text } = reader;
  for (; reader.at < text.length; reader.at++) {
    if (text[reader.at] === '%') reader.at = findLineEnd(text, reader.at);
    // The @ of an e-mail address in a comment begins nothing.
    if (text[reader.at] === '@' && !/[\w.]/.test(text[reader.at - 1] ?? '')) return true;
  }
  return false;
}

/**
 * Reads `@type` up to its opening brace and returns the type. Returns `unopened` after reporting a missing brace, and
 * `undefined` for a comment. Always advances the reader.
 */
function parseHead(reader: Reader): string | undefined {
  const { text } = reader;
  const start = reader.at++;
  parseBlank(reader);
  const type = parseWord(reader).toLowerCase();
  const typeEnd = reader.at;
  const opener = parseBlank(reader);
  let before = start - 1;
  while (/[ \t]/.test(text[before] ?? '')) before -= 1;
  const isFirst = before < 0 || text[before] === '\n';
  if (opener === '{' || (opener === '(' && (isFirst || isKnown(type)))) return type;

  reader.at = type === 'comment' ? findLineEnd(text, typeEnd) : typeEnd;
  if (!isFirst || !isKnown(type) || type === 'comment') return undefined;
  const complaint = complaints.unopenedEntry(formatExcerpt(reader, start), type);
  reader.faults.push(buildFault(reader, start, complaint));
  return 'unopened';
}

const knownTypes: readonly string[] = [...entryTypes, ...dataTypes, ...commandTypes];

function isKnown(type: string): boolean {
  return knownTypes.includes(type);
}

function complainOfType(reader: Reader, start: number, type: string): void {
  const near = nearest(type, knownTypes);
  // A word of more other letters is a type of its own, which is read as @misc.
  const suggestion =
    near && distance(type, near) <= Math.max(1, type.length / 4) ? near : undefined;
  const found = formatExcerpt(reader, start, reader.at);
  const written = reader.text.slice(start, reader.at).trimEnd();
  reader.faults.push(
    buildFault(reader, start, {
      ...complaints.unknownType(found, suggestion),
      ...(suggestion &&
        isMisspelling(type, suggestion, knownTypes) &&
        buildCorrection(reader, start, written, `@${suggestion}`)),
    }),
  );
}

/**
 * A closing brace between two entries shows that the entry before it was closed too early: the text
 * that looks like a comment is the rest of that entry.
 */
function checkGap(reader: Reader, { start, previous }: Gap, end: number): void {
  const text = reader.text.slice(start, end);
  let depth = 0;
  for (const character of text.replace(/%.*/g, '')) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) break;
  }
  if (depth >= 0) return;
  const at = start + text.search(/[^\s,]/);
  const found = formatExcerpt(reader, at, end);
  if (previous) {
    const owner = previous.key ? `“${previous.key}”` : `@${previous.type}`;
    const { line, column } = buildPosition(reader, start - 1);
    const complaint = complaints.textAfterEntry(found, owner, line, column);
    reader.faults.push(buildFault(reader, at, complaint));
    previous.isSound = false;
    previous.isClosed = false;
  } else reader.faults.push(buildFault(reader, at, complaints.textBeforeEntries(found)));
}

function findLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
