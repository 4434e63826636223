import { isMisspelling, nearest } from '../lib/nearest.ts';
import { expandCommands } from './commands.ts';
import { complaints } from './complaints.ts';
import { styleMacros } from './journal-macros.ts';
import {
  buildCorrection,
  buildFault,
  buildPosition,
  formatExcerpt,
  monthMacros,
  parseBlank,
  parseCharacter,
  parseWord,
  type Complaint,
  type Reader,
} from './reader.ts';

/** The nearest name is searched for among this many macros. */
const mostMacros = 1000;

/** A field of the file, with the offsets of its name and of its value including the delimiters. */
export interface Field {
  name: string;
  value: string;
  start: number;
  valueStart: number;
  valueEnd: number;
}

/** The known parts of the current field, with the name of the entry for reports. */
interface Place {
  field: string;
  start: number;
  owner: string;
}

/**
 * Reads `name = value`, the reader being at the name.
 * Returns nothing when the value never ends: that is reported, and the entry cannot be read on.
 */
export function parseField(reader: Reader, owner: string): Field | undefined {
  const start = reader.at;
  const name = parseWord(reader);
  const place = { field: name, start, owner };
  if (parseBlank(reader) === '=') reader.at++;
  else
    complain(reader, start, {
      ...complaints.missingEquals(formatExcerpt(reader, start), name),
      ...buildCorrection(reader, start, name, `${name} =`),
    });
  parseBlank(reader);
  const valueStart = reader.at;
  const value = parseValue(reader, place);
  if (value === undefined) return undefined;
  const expanded = expandCommands(value, reader.commands);
  return { name: name.toLowerCase(), value: expanded, start, valueStart, valueEnd: reader.at };
}

/** Reads pieces joined by `#`; leaves the reader right after the last one. */
function parseValue(reader: Reader, place: Place): string | undefined {
  const pieces: string[] = [];
  for (;;) {
    const piece = parsePiece(reader, place);
    if (piece === undefined) return undefined;
    pieces.push(piece);
    const end = reader.at;
    if (parseBlank(reader) !== '#') {
      reader.at = end;
      return pieces.join('');
    }
    reader.at++;
    parseBlank(reader);
  }
}

function parsePiece(reader: Reader, place: Place): string | undefined {
  const opener = parseCharacter(reader);
  if (opener === '{' || opener === '"') return parseDelimited(reader, place, opener);
  const start = reader.at;
  const word = parseWord(reader);
  if (/^\d+$/.test(word)) return word;
  const macro = reader.macros.get(word.toLowerCase());
  if (macro !== undefined) return putIn(reader, place, start, macro);

  const isBare = !/[,#)}]|^$/.test(parseBlank(reader));
  if (isBare) return parseBareLine(reader, place, start);
  reader.at = start + word.length;
  if (word === '')
    complain(reader, start, complaints.missingValue(excerptField(reader, place), place.field));
  else {
    // A month is meant in its own field alone.
    const isMonth = place.field.toLowerCase() === 'month';
    const known = [...reader.macros.keys()]
      .filter((name) => (monthMacros.has(name) ? isMonth : !Object.hasOwn(styleMacros, name)))
      .slice(0, mostMacros);
    const near = nearest(word, known);
    complain(reader, start, {
      ...complaints.unknownMacro(word, near, place.field),
      ...(near !== undefined &&
        isMisspelling(word, near, known) &&
        buildCorrection(reader, start, word, near)),
    });
  }
  return word;
}

/** Expands a macro, unless macros expand to too much: each macro that uses another twice doubles it. */
function putIn(reader: Reader, place: Place, start: number, value: string): string {
  reader.room -= value.length;
  if (reader.room >= 0) return value;
  const complaint = complaints.tooMuch(excerptField(reader, place));
  reader.faults.push(buildFault(reader, start, complaint, 'too-large'));
  return '';
}

/** Reads `{…}` or `"…"`, braces nested; a backslash escapes neither, as in BibTeX. */
function parseDelimited(reader: Reader, place: Place, opener: '{' | '"'): string | undefined {
  const start = reader.at++;
  for (let depth = 0; reader.at < reader.end; reader.at++) {
    const character = reader.text[reader.at];
    const isClosed = depth === 0 && character === (opener === '{' ? '}' : '"');
    if (isClosed) return reader.text.slice(start + 1, reader.at++);
    if (character === '{') depth++;
    // A brace that closes more than the quotation opened is the end of the entry.
    if (character === '}' && --depth < 0) break;
  }
  complain(reader, start, buildOpenValue(reader, place.start, start, place));
  return undefined;
}

/** Reads a value without delimiters. It ends before the next field of its line, or with the line. */
function parseBareLine(reader: Reader, place: Place, start: number): string {
  const lineEnd = reader.text.indexOf('\n', start);
  const end = lineEnd === -1 ? reader.end : Math.min(lineEnd, reader.end);
  const [line = ''] = reader.text.slice(start, end).split(/,\s*[a-z][\w-]{2,}\s*=/i);
  const value = line.trimEnd().replace(/[,}]+$/, '');
  // The brace of `title = Foo},` closes nothing; a brace on a line of its own closes the entry.
  const isClosed = reader.text.slice(start + value.length, end).startsWith('},');
  complain(reader, start, {
    ...complaints.bareValue(excerptField(reader, place), place.field, value),
    ...(!/[{}]/.test(value) &&
      buildCorrection(reader, start, value, isClosed ? `{${value}` : `{${value}}`)),
  });
  reader.at = start + value.length + (isClosed ? 1 : 0);
  return value;
}

/** The complaint that the value at `valueStart` has no end; `found` begins with the field's name. */
export function buildOpenValue(
  reader: Reader,
  start: number,
  valueStart: number,
  { field, owner }: Pick<Place, 'field' | 'owner'>,
): Complaint {
  const opener = reader.text[valueStart] ?? '{';
  return complaints.openValue(
    formatExcerpt(reader, start),
    opener,
    field,
    owner,
    buildNextLine(reader),
  );
}

/** The line of the entry that comes next; nothing at the end of the file. */
export function buildNextLine(reader: Reader): number | undefined {
  return reader.end < reader.text.length ? buildPosition(reader, reader.end).line : undefined;
}

function excerptField(reader: Reader, { start }: Place): string {
  return formatExcerpt(reader, start, reader.end);
}

function complain(reader: Reader, at: number, complaint: Complaint): void {
  reader.faults.push(buildFault(reader, at, complaint));
}
