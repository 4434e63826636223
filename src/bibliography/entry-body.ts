import { complaints } from './complaints.ts';
import {
  buildCorrection,
  buildFault,
  buildPosition,
  formatExcerpt,
  parseBlank,
  parseCharacter,
  parseWord,
  type Complaint,
  type Reader,
} from './reader.ts';
import { buildNextLine, buildOpenValue, parseField, type Field } from './field.ts';

/** The key and the fields between the braces of a statement. */
export interface StatementBody {
  /** Empty if missing, and for commands such as `@string`. */
  key: string;
  keyStart: number;
  fields: Field[];
  /** Whether it was read to its end; if not, it may lack fields that the author wrote. */
  isClosed: boolean;
}

/** A body on the way, with the character that closes it and the words for it in reports. */
interface Draft extends StatementBody {
  readonly type: string;
  readonly closer: string;
}

/** The beginning of another field within a value: the brace or quotation mark before it is missing. */
const swallowedField = /\n[ \t]*[A-Za-z][\w-]*\s*=/;

/**
 * Reads the body of a statement that begins at `start`, the reader being at its opening brace or
 * parenthesis; leaves the reader behind the closing one. Mistakes go to the reader's faults.
 */
export function parseBody(reader: Reader, start: number, type: string): StatementBody {
  const opener = reader.text[reader.at++] ?? '{';
  const closer = opener === '{' ? '}' : ')';
  const draft: Draft = { type, closer, key: '', keyStart: reader.at, fields: [], isClosed: false };
  let isLost = false;
  if (type === 'comment' || type === 'preamble') {
    skipTo(reader, closer);
  } else {
    if (type !== 'string') parseKey(reader, draft);
    isLost = !parseFields(reader, draft);
  }
  draft.isClosed = !isLost && parseCharacter(reader) === closer;
  if (draft.isClosed) reader.at++;
  else if (!isLost) complainOfOpenEntry(reader, start, opener, draft);
  if (type === 'string') for (const { name, value } of draft.fields) reader.macros.set(name, value);
  return draft;
}

function parseKey(reader: Reader, draft: Draft): void {
  parseBlank(reader);
  const start = reader.at;
  const isKey = (sign: string) => sign !== draft.closer && /[^\s,{}="#%~\\]/.test(sign);
  while (isKey(parseCharacter(reader))) reader.at++;
  const key = reader.text.slice(start, reader.at);
  const keyEnd = reader.at;
  const next = parseBlank(reader);

  if (next === '=' || (key === '' && (next === ',' || next === draft.closer))) {
    const found = formatExcerpt(reader, start) || formatExcerpt(reader, start - 1);
    complain(reader, start, complaints.missingKey(found, draft.type));
    reader.at = start;
    if (next === ',') reader.at++;
    return;
  }
  Object.assign(draft, { key: key.normalize('NFC'), keyStart: start });
  if (next === ',') reader.at++;
  else if (isField(reader)) {
    const correction = buildCorrection(reader, start, key, `${key},`);
    complain(reader, keyEnd, { ...complaints.missingCommaAfterKey(key, key), ...correction });
  } else if (next !== draft.closer && next !== '') {
    skipTo(reader, draft.closer, ',');
    const found = formatExcerpt(reader, start, reader.at);
    complain(reader, start, complaints.badKey(found, found.replace(/[\s{}="#%~\\]+/g, '')));
    draft.key = '';
    if (parseCharacter(reader) === ',') reader.at++;
  }
}

/** Reads fields up to the closing delimiter. Returns false after reporting a value that was never closed. */
function parseFields(reader: Reader, draft: Draft): boolean {
  const known = new Map<string, Field>();
  for (;;) {
    const next = parseBlank(reader);
    if (next === '' || next === draft.closer) return true;
    if (next === ',') reader.at++;
    // As Biber, unlike BibTeX.
    else if (next === '%') skipLine(reader);
    else if (!isField(reader, /[={"]/)) {
      const start = reader.at;
      skipTo(reader, draft.closer, ',');
      const found = formatExcerpt(reader, start, reader.at);
      complain(reader, start, complaints.textInEntry(found, formatOwner(draft)));
      if (parseCharacter(reader) === ',') reader.at++;
    } else {
      const field = parseField(reader, formatOwner(draft));
      if (field === undefined) return false;
      const first = known.get(field.name);
      if (first) checkRepetition(reader, field, first);
      else {
        known.set(field.name, field);
        draft.fields.push(field);
      }
      if (!parseSeparator(reader, draft, field)) return false;
    }
  }
}

/**
 * Reads the comma after a field. Returns false if the following text shows that the value of the field was never
 * closed.
 */
function parseSeparator(reader: Reader, draft: Draft, field: Field): boolean {
  const next = parseBlank(reader);
  if (next === ',') reader.at++;
  else if (isField(reader)) {
    const found = formatExcerpt(reader, field.start, field.valueEnd);
    const start = reader.at;
    const name = parseWord(reader);
    reader.at = start;
    const comma = complaints.missingComma(found, field.name, name);
    const last = field.valueEnd - 1;
    const sign = reader.text.charAt(last);
    const correction = buildCorrection(reader, last, sign, `${sign},`);
    complain(reader, field.valueEnd, { ...comma, ...correction });
  } else if (next !== '' && next !== draft.closer && next !== '%') {
    if (swallowedField.test(field.value)) {
      complainOfOpenValue(reader, draft, field);
      return false;
    }
    const start = reader.at;
    skipTo(reader, draft.closer, ',');
    const found = formatExcerpt(reader, start, reader.at);
    complain(reader, start, complaints.textAfterValue(found, field.name));
    if (parseCharacter(reader) === ',') reader.at++;
  }
  return true;
}

/** Whether a field begins here: a name, then one of `signs`. Does not move the reader. */
function isField(reader: Reader, signs = /=/): boolean {
  const start = reader.at;
  const isNamed = parseWord(reader) !== '' && signs.test(parseBlank(reader));
  reader.at = start;
  return isNamed;
}

/** Moves to the next of `delimiters` outside braces, or to the end of the entry. */
function skipTo(reader: Reader, ...delimiters: string[]): void {
  let depth = 0;
  for (; reader.at < reader.end; reader.at++) {
    const character = parseCharacter(reader);
    if (depth === 0 && delimiters.includes(character)) return;
    if (character === '{') depth++;
    if (character === '}') depth = Math.max(0, depth - 1);
  }
}

function skipLine(reader: Reader): void {
  while (!/^\n?$/.test(parseCharacter(reader))) reader.at++;
}

function formatOwner({ key, type }: Draft): string {
  return key === '' ? `this @${type}` : `“${key}”`;
}

function complain(reader: Reader, at: number, complaint: Complaint): void {
  reader.faults.push(buildFault(reader, at, complaint));
}

/** A field that is there twice with one value is a slip of a program. */
function checkRepetition(reader: Reader, { name, value, start, valueEnd }: Field, first: Field) {
  if (value.trim() === first.value.trim()) return;
  const found = formatExcerpt(reader, start, valueEnd);
  const { line } = buildPosition(reader, first.start);
  complain(reader, start, complaints.repeatedField(found, name, line));
}

function complainOfOpenValue(reader: Reader, draft: Draft, field: Field): void {
  const place = { field: field.name, owner: formatOwner(draft) };
  const complaint = buildOpenValue(reader, field.start, field.valueStart, place);
  complain(reader, field.valueStart, complaint);
}

/** Reports a value that ends with the closing brace of its entry. */
function complainOfOpenEntry(reader: Reader, start: number, opener: string, draft: Draft): void {
  const culprit = draft.fields.find(({ value }) => swallowedField.test(value));
  if (culprit) complainOfOpenValue(reader, draft, culprit);
  else {
    const found = formatExcerpt(reader, start);
    const line = buildNextLine(reader);
    complain(reader, start, complaints.openEntry(found, opener, formatOwner(draft), line));
  }
}
