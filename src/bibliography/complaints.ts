import type { Complaint } from './reader.ts';

/** The end of an unclosed text, as the end of a sentence. */
function formatEnd(nextLine: number | undefined): string {
  return nextLine === undefined
    ? 'the end of the file'
    : `line ${nextLine}, where the next entry begins`;
}

const closers: Record<string, string> = { '{': '}', '(': ')', '"': '"' };

/** Fields for programs and private notes, which no page shows. */
const unseen = /^(?:abstract|annot|comment|file|keyword|mendeley-|tags?$)/;

/** The parser's words for each mistake in the form of an entry. */
export const complaints = {
  openValue: (
    found: string,
    opener: string,
    field: string,
    owner: string,
    nextLine: number | undefined,
  ): Complaint => ({
    found,
    expected: `${closers[opener]} at the end of the value of “${field}”`,
    fix: `Add the missing ${closers[opener]} to “${field}” in ${owner}; without it the value runs on to ${formatEnd(nextLine)}.`,
  }),

  openEntry: (
    found: string,
    opener: string,
    owner: string,
    nextLine: number | undefined,
  ): Complaint => ({
    found,
    expected: `${closers[opener]} at the end of ${owner}`,
    fix: `Add ${closers[opener]} after the last field of ${owner}, before ${formatEnd(nextLine)}.`,
  }),

  unopenedEntry: (found: string, type: string): Complaint => ({
    found,
    expected: `an opening brace after @${type}`,
    fix: `Write @${type}{ before the key.`,
  }),

  unknownType: (found: string, nearest: string | undefined): Complaint => ({
    found,
    expected: 'a type of entry that BibTeX knows, such as @article, @inproceedings, @book or @misc',
    entry: '',
    ...(nearest === undefined
      ? { fix: 'Use @misc where no other type fits.', isHarmless: true }
      : { nearest: `@${nearest}`, fix: 'Correct the spelling.' }),
  }),

  missingKey: (found: string, type: string): Complaint => ({
    found,
    ...(found.startsWith(',') && { entry: '' }),
    expected: 'a key right after the opening brace, by which the entry is cited',
    fix: `Write @${type}{surname2024, with a key that no other entry has.`,
  }),

  badKey: (found: string, nearest: string): Complaint => ({
    found,
    expected: 'a key without spaces or any of { } " # % ~ = \\, followed by a comma',
    nearest,
    fix: 'Write the key as one word.',
  }),

  duplicateKey: (
    found: string,
    key: string,
    line: number,
    other: string | undefined,
    added: readonly string[],
  ): Complaint => ({
    found,
    expected: `a key of its own: “${key}” is the entry on line ${line}; small and capital letters count as the same`,
    entry: key,
    ...(other === undefined
      ? {
          fix:
            added.length === 0
              ? 'Take one of the two entries out; they say the same.'
              : `Make one entry of the two, with ${added.map((name) => `“${name}”`).join(', ')}, which only one of them has.`,
          isHarmless: true,
        }
      : { fix: `Rename one of the two keys, or take one of the entries out; “${other}” differs.` }),
  }),

  missingCommaAfterKey: (found: string, key: string): Complaint => ({
    found,
    expected: `a comma after the key “${key}”`,
    fix: `Write “${key},”.`,
  }),

  missingComma: (found: string, field: string, next: string): Complaint => ({
    found,
    expected: `a comma after the value of “${field}”, before “${next}”`,
    fix: `Add a comma after the value of “${field}”.`,
  }),

  textAfterValue: (found: string, field: string): Complaint => ({
    found,
    expected: `a comma or the end of the entry after the value of “${field}”`,
    fix: `If this text belongs to “${field}”, put the whole value between braces, {…}; if not, take it out.`,
  }),

  textInEntry: (found: string, owner: string): Complaint => ({
    found,
    expected: `a field, as year = {2024}, or the end of ${owner}`,
    fix: 'Take this text out, or make it a field: name = {value}.',
  }),

  textAfterEntry: (found: string, owner: string, line: number, column: number): Complaint => ({
    found,
    expected: `no brace here: ${owner} ended at the brace on line ${line}, column ${column}`,
    fix: `If these lines belong to ${owner}, take out the brace that ends it too early; if not, take them out.`,
  }),

  textBeforeEntries: (found: string): Complaint => ({
    found,
    expected: 'an entry, as @article{surname2024, or text without a closing brace',
    fix: 'If an entry begins here, write its type and brace as in the example; if not, take this out.',
  }),

  missingEquals: (found: string, field: string): Complaint => ({
    found,
    expected: `an equals sign after “${field}”`,
    fix: `Write ${field} = {…}.`,
  }),

  missingValue: (found: string, field: string): Complaint => ({
    found,
    expected: `a value for “${field}” between braces`,
    fix: `Write ${field} = {…}, or take the field out.`,
  }),

  bareValue: (found: string, field: string, value: string): Complaint => ({
    found,
    expected: `the value of “${field}” between braces`,
    fix: `Write ${field} = {${/^[^{}]{1,40}$/.test(value) ? value : '…'}}.`,
  }),

  unknownMacro: (found: string, nearest: string | undefined, field: string): Complaint => ({
    found,
    ...(field.toLowerCase() === 'month' && { isHarmless: true }),
    expected: 'text between braces, a number, or a name that an @string above defines',
    ...(nearest === undefined ? {} : { nearest }),
    fix: `Write {${found}} if this is the text itself; if not, define it above: @string{${found} = {…}}.`,
    entry: '',
  }),

  tooMuch: (found: string): Complaint => ({
    found,
    expected: 'names of @string that put in fewer than ten million letters, all together',
    fix: 'Write the value itself between braces; a name that holds another twice doubles it.',
  }),

  repeatedField: (found: string, field: string, line: number): Complaint => ({
    found,
    expected: `one “${field}” in an entry; the first is on line ${line}`,
    fix: 'Remove one of the two.',
    entry: '',
    ...(unseen.test(field) && { isHarmless: true }),
  }),
};
