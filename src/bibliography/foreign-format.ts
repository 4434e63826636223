import { buildFault, type Complaint, type Reader } from './reader.ts';

/** Other formats, by the beginnings of their lines. */
const formats: readonly [name: string, form: RegExp][] = [
  ['RIS', /^TY {1,2}- \w.*/m],
  ['PubMed', /^PMID ?- .*/m],
  ['Web of Science', /^(?:FN (?:Clarivate|Thomson|ISI)|PT [JBCSP]$).*/m],
  ['EndNote', /^%0 \w.*|^%A .*(?=\n%[A-Z] )/m],
  ['JSON', /^\s*(?:\[\s*)?\{\s*"/],
  [
    'YAML',
    /^(?:references:\s*$|\s*- +(?:id|type|title):\s.*|cff-version:.*|[\w-]+:(?=\n +type:\s))/m,
  ],
  ['HTML', /^\s*<(?:!doctype|html)\b[^\n]*/i],
  ['XML', /^\s*<(?:\?xml|[a-z]+[\s>])[^\n]*/i],
  ['LaTeX', /^\\(?:begin\{thebibliography\}|bibitem|refsection|documentclass).*/m],
  ['a pointer of Git LFS, and no file', /^version https:\/\/git-lfs\.[^\n]*/],
];

/** A line with a year, as a work in a list of references has, that is no remark after a percent sign. */
const listed = /^(?!%)[^\n\p{L}]*\p{L}[^\n]*(?<!\d)(?:19|20)\d{2}(?!\d).*/mu;

/** Reports a file without an entry that has other text: BibTeX takes all of it for a remark. Returns whether it has. */
export function checkFormat(reader: Reader): boolean {
  const text = reader.text.replace(/^\ufeff+/, (marks) => '\n'.repeat(marks.length));
  const found = formats
    .map(([name, form]) => ({ name, match: form.exec(text) }))
    .find(({ match }) => match !== null);
  const { name, match = listed.exec(text) } = found ?? {};
  if (!match || (name === undefined && text.includes('@'))) return false;
  const at = match.index + (match[0].length - match[0].trimStart().length);
  const complaint: Complaint =
    name === undefined
      ? {
          found: readLine(text, at),
          expected: 'entries of BibTeX, such as @article{doe2024, …}; other text is not shown',
          fix: 'Write each work as an entry, or put % before the lines of a remark.',
          entry: '',
          isHarmless: true,
        }
      : {
          found: readLine(text, at),
          expected: `entries of BibTeX, such as @article{doe2024, …}; this is ${name}`,
          fix: 'Export the works as BibTeX, or convert the file.',
        };
  reader.faults.splice(0, Infinity, buildFault(reader, at, complaint));
  return true;
}

function readLine(text: string, at: number): string {
  const start = text.slice(at, at + 90);
  const [line = ''] = start.split('\n', 1);
  return (line.trim().length < 3 ? start.replace(/\s+/g, ' ') : line).trim();
}
