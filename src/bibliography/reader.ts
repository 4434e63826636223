import type { Fault } from '../lib/fault.ts';
import { parseCommands, type Commands } from './commands.ts';
import { styleMacros } from './journal-macros.ts';

/** Counted from 1, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** A `.bib` file with a place in it, and the macros and faults on the way to that place. */
export interface Reader {
  readonly file: string;
  readonly text: string;
  /** The macros that `@string` has defined so far, by lower-case name. */
  readonly macros: Map<string, string>;
  /** The commands that `@preamble` defines. */
  readonly commands: Commands;
  readonly faults: Fault[];
  /** Offset of the next character. */
  at: number;
  /** The offset at which reading stops: the next entry or the end of the file. */
  end: number;
  readonly lineStarts: readonly number[];
  /** The number of letters that macros may still expand to. */
  room: number;
}

/** A fault without its place, which `buildFault` finds. */
export type Complaint = Pick<
  Fault,
  'found' | 'expected' | 'nearest' | 'fix' | 'edits' | 'entry' | 'isHarmless'
>;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const longestExcerpt = 90;
/** Excerpts are cut from this many characters at most. */
const longestLine = 1000;
/** More letters than the macros of any real file expand to. A macro can use another one twice. */
const mostPutIn = 10_000_000;

/** The macros that the standard styles of BibTeX define: the months (`jan`, `feb`, …), and some journals. */
export const monthMacros: ReadonlyMap<string, string> = new Map(months.flatMap(listNames));

/** A reader at the beginning of `text`, which knows the macros of the standard styles. */
export function buildReader(text: string, file: string): Reader {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    lineStarts.push(at + 1);
  const macros = new Map([...monthMacros, ...Object.entries(styleMacros)]);
  const commands = parseCommands(text);
  return {
    file,
    text,
    macros,
    commands,
    faults: [],
    at: 0,
    end: text.length,
    lineStarts,
    room: mostPutIn,
  };
}

/** A month is `jan` in BibTeX; some programs write `sept` or `january`. */
function listNames(month: string): [name: string, month: string][] {
  const name = month.toLowerCase();
  const names = [name.slice(0, 3), name, ...(name === 'september' ? ['sept'] : [])];
  return names.map((one) => [one, month]);
}

/** Line and column of an offset. */
export function buildPosition({ lineStarts }: Reader, at: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (lineStarts[low] ?? 0) + 1 };
}

/** A fault at an offset. The rule is `bibtex-syntax` unless another is named. */
export function buildFault(
  reader: Reader,
  at: number,
  complaint: Complaint,
  rule: Fault['rule'] = 'bibtex-syntax',
): Fault {
  return { rule, file: reader.file, ...buildPosition(reader, at), ...complaint };
}

/** The correction of the text `old` at an offset, if it is there and within one line. */
export function buildCorrection(
  reader: Reader,
  at: number,
  old: string,
  text: string,
): Pick<Fault, 'edits'> {
  if (old === '' || old.includes('\n') || !reader.text.startsWith(old, at)) return {};
  return { edits: [{ ...buildPosition(reader, at), old, new: text }] };
}

/** Returns the rest of the line at an offset for a report: up to `end`, trimmed and shortened. */
export function formatExcerpt({ text }: Reader, at: number, end = text.length): string {
  const line =
    text
      .slice(at, Math.min(end, at + longestLine))
      .split('\n', 1)[0]
      ?.trim() ?? '';
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt - 1)}…` : line;
}

/** The next character; empty at the end. */
export function parseCharacter(reader: Reader): string {
  return reader.at < reader.end ? (reader.text[reader.at] ?? '') : '';
}

/** Moves past white space; returns the character that comes next, empty at the end. */
export function parseBlank(reader: Reader): string {
  while (/\s/.test(parseCharacter(reader))) reader.at++;
  return parseCharacter(reader);
}

/** Reads a BibTeX name (of a field, type or macro); empty if there is none. */
export function parseWord(reader: Reader): string {
  const start = reader.at;
  while (/[^\s"#%'(),={}@\\]/.test(parseCharacter(reader))) reader.at++;
  return reader.text.slice(start, reader.at);
}
