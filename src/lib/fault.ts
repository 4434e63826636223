import { turning, unreadable } from './characters.ts';

/** Every rule that content is held to. One fixture in `tests/fixtures/faults/` stands for each. */
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

/** Rules whose breach may be meant, and stops nothing: a work kept for later, two people of nearly one name. */
export const noticeRules: ReadonlySet<Rule> = new Set<Rule>([
  'bibtex-unused',
  'author-spellings',
  'removed-from-image',
]);

/** One mistake in `content/`: where it is, what stands there, and what should stand there instead. */
export interface Fault {
  rule: Rule;
  /** Path from the project's folder, with forward slashes: `content/references.bib`. */
  file: string;
  /** Counted from 1, as editors do. */
  line: number;
  /** Counted from 1, as editors do. */
  column: number;
  /** The offending text as the author wrote it. */
  found: string;
  /** What would be right. */
  expected: string;
  /** The nearest right value, where there is one. */
  nearest?: string;
  /** One sentence that tells the author what to do. */
  fix: string;
}

/** Content that does not hold to the rules; carries every fault that was found. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** All faults as text for a terminal, sorted as a reader meets them: by file, then line, then column. */
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

/** What is found in a file; `place` follows the name of the file. */
export interface Finding extends Omit<Fault, 'rule' | 'line' | 'column'> {
  rule: string;
  place: string;
}

/** Words of the author's among those of a report, without what would turn or end its lines. */
function show(text: string): string {
  return shorten(text).replace(unreadable, '\ufffd').replace(turning, '\ufffd');
}

/** More letters of one line of a report than an author reads. */
const mostLetters = 400;

/** `text` as a line of a report, cut where it is long. */
function shorten(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}

/** One block for each of `findings`, in their order, and a closing line that counts them as `name`. */
export function formatReport(
  findings: readonly Finding[],
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
