import { turning, unreadable } from './characters.ts';
import type { Rule } from './rule.ts';

/** A correction within one line of the file of a fault. */
export interface Edit {
  /** Counted from 1, like those of a fault. */
  line: number;
  column: number;
  /** The text there, and its replacement. */
  old: string;
  new: string;
}

/** A mistake in `content/`. */
export interface Fault {
  rule: Rule;
  /** The path from the project's folder, with forward slashes: `content/references.bib`. */
  file: string;
  /** Both are counted from 1, as in editors. */
  line: number;
  column: number;
  /** The offending text as the author wrote it. */
  found: string;
  expected: string;
  /** The nearest valid value, if there is one. */
  nearest?: string;
  /** An instruction to the author, in one sentence. */
  fix: string;
  /** The correction, if there is one right answer. `npm run check -- --fix` makes it. */
  edits?: Edit[];
  /** The key of the work of the bibliography that it is about, if BibTeX would read that work. */
  entry?: string;
  /** Whether the work can be shown with it. */
  isHarmless?: true;
}

/** Invalid content, with every fault that was found. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** How many faults of one rule in one file a short report shows: all up to `most`, else the first. */
const alike = { most: 5, shown: 3 };

/**
 * Formats faults for a terminal, sorted by file, line and column. A short report only counts the
 * faults that are much like those before them, with their lines.
 */
export function formatFaults(
  faults: readonly Fault[],
  { name = 'fault', isShort = false }: { name?: string; isShort?: boolean } = {},
): string {
  const byFile = new Map(
    Array.from(new Set(faults.map(({ file }) => file)))
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((file, place) => [file, place]),
  );
  const placeOf = ({ file }: Fault) => byFile.get(file) ?? 0;
  const sorted = faults.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.line - b.line || a.column - b.column,
  );
  const groups = Map.groupBy(sorted, ({ file, rule }) => `${file} ${rule}`);
  const counted = [...groups.values()].flatMap((group) =>
    isShort && group.length > alike.most ? [group.slice(alike.shown)] : [],
  );
  const left = new Map(counted.flatMap((group) => group.map((fault) => [fault, group])));
  const shown = new Set(
    sorted.filter((fault) => !left.has(fault)).map(({ rule, expected }) => `${rule} ${expected}`),
  );
  const blocks = sorted.flatMap((fault) => {
    const group = left.get(fault);
    if (group !== undefined) {
      const isAlike = group.every(({ rule, expected }) => shown.has(`${rule} ${expected}`));
      return fault === group[0] ? [formatAlike(fault, group, isAlike)] : [];
    }
    return [formatFinding({ ...fault, place: `:${fault.line}:${fault.column}` })];
  });
  return joinBlocks(blocks, faults.length, name, byFile.size);
}

/** Formats faults of one rule in one file as a count and their lines. `isAlike` tells whether each is like one above. */
function formatAlike(first: Fault, group: readonly Fault[], isAlike: boolean): string {
  const { file, rule } = first;
  const lines = [...new Set(group.map(({ line }) => line))].join(', ');
  return [
    `${file}  ${rule}`,
    `  and       ${group.length} more`,
    `  in lines  ${lines.replace(/(.{60,80},) /g, `$1\n${' '.repeat(12)}`)}`,
    `  fix       ${isAlike ? 'As above.' : 'Each has its own.'} All are listed by: npm run check -- --all`,
  ].join('\n');
}

/** A fault or leak to report. `place` follows the file name. */
export interface ReportedFinding extends Omit<Fault, 'rule' | 'line' | 'column' | 'edits'> {
  rule: string;
  place: string;
}

/** Cuts a text and replaces characters that would break or reverse a line. */
function show(text: string): string {
  return shorten(text).replace(unreadable, '\ufffd').replace(turning, '\ufffd');
}

/** The most letters of a line in a report. */
const mostLetters = 400;

function shorten(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}

/** Formats findings as blocks, and a last line that counts them as `name`. */
export function formatReport(
  findings: readonly ReportedFinding[],
  name: string,
  files: number,
): string {
  return joinBlocks(findings.map(formatFinding), findings.length, name, files);
}

function formatFinding(finding: ReportedFinding): string {
  const { rule, file, place, found, expected, nearest, fix } = finding;
  return [
    `${file}${place}  ${rule}`,
    `  found     ${shorten(found).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')}`,
    `  expected  ${show(expected)}`,
    ...(nearest === undefined || nearest.length > mostLetters
      ? []
      : [`  nearest   ${show(nearest)}`]),
    `  fix       ${show(fix)}`,
  ].join('\n');
}

function joinBlocks(blocks: string[], findings: number, name: string, files: number): string {
  const count = `${findings} ${findings === 1 ? name : `${name}s`}`;
  return [...blocks, `${count} in ${files} ${files === 1 ? 'file' : 'files'}.`].join('\n\n');
}
