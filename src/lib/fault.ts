import { turning, unreadable } from './characters.ts';

/** The rules for content. Each has a fixture in `tests/fixtures/faults/`. */
export const rules = [
  'missing-file',
  'unexpected-file',
  'foreign-file',
  'empty-collection',
  'unreadable-text',
  'text-direction',
  'too-large',
  'too-deep',
  'bad-slug',
  'duplicate-slug',
  'duplicate-order',
  'malformed-yaml',
  'unknown-key',
  'missing-field',
  'wrong-type',
  'duplicate-value',
  'bad-date',
  'ended-before-started',
  'unmarked-retraction',
  'bad-address',
  'bad-tag',
  'tag-variants',
  'stray-markup',
  'malformed-mdx',
  'code-in-content',
  'unknown-element',
  'unknown-language',
  'bad-code-meta',
  'bad-heading',
  'bad-math',
  'malformed-table',
  'missing-image',
  'bad-image',
  'removed-from-image',
  'bad-caption',
  'malformed-measurements',
  'missing-alt-text',
  'missing-link-text',
  'unmatched-label',
  'unknown-reference',
  'unknown-thread',
  'unknown-entry',
  'unknown-page',
  'bibtex-syntax',
  'bibtex-duplicate-key',
  'bibtex-missing-field',
  'bibtex-unused',
  'bibtex-duplicate-work',
  'bibtex-identifier',
  'author-spellings',
] as const;

export type Rule = (typeof rules)[number];

/**
 * Rules whose breach may be intended and does not stop a build: an unused work, two people with
 * similar names.
 */
export const noticeRules: ReadonlySet<Rule> = new Set<Rule>([
  'bibtex-unused',
  'author-spellings',
  'removed-from-image',
]);

/** A mistake in `content/`. */
export interface Fault {
  rule: Rule;
  /** The path from the project's folder, with forward slashes: `content/references.bib`. */
  file: string;
  /** Counted from 1, as in editors. */
  line: number;
  /** Counted from 1, as in editors. */
  column: number;
  /** The offending text as the author wrote it. */
  found: string;
  expected: string;
  /** The nearest valid value, if there is one. */
  nearest?: string;
  /** An instruction to the author, in one sentence. */
  fix: string;
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

/** Formats faults for a terminal, sorted by file, line and column. */
export function formatFaults(faults: readonly Fault[], name = 'fault'): string {
  const byFile = new Map(
    Array.from(new Set(faults.map(({ file }) => file)))
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((file, place) => [file, place]),
  );
  const placeOf = ({ file }: Fault) => byFile.get(file) ?? 0;
  const sorted = faults.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.line - b.line || a.column - b.column,
  );
  return formatReport(
    sorted.map((fault) => ({ ...fault, place: `:${fault.line}:${fault.column}` })),
    name,
  );
}

/** A fault or leak to report. `place` follows the file name. */
export interface ReportedFinding extends Omit<Fault, 'rule' | 'line' | 'column'> {
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
  files = new Set(findings.map(({ file }) => file)).size,
): string {
  const blocks = findings.map(({ rule, file, place, found, expected, nearest, fix }) =>
    [
      `${file}${place}  ${rule}`,
      `  found     ${shorten(found).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')}`,
      `  expected  ${show(expected)}`,
      ...(nearest === undefined || nearest.length > mostLetters
        ? []
        : [`  nearest   ${show(nearest)}`]),
      `  fix       ${show(fix)}`,
    ].join('\n'),
  );
  const count = `${findings.length} ${findings.length === 1 ? name : `${name}s`}`;
  return [...blocks, `${count} in ${files} ${files === 1 ? 'file' : 'files'}.`].join('\n\n');
}
