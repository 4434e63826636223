import { fixAddress, pageProtocols, parseAddress } from '../lib/address.ts';
import { findOpenIsolate } from '../lib/characters.ts';
import { nearest } from '../lib/nearest.ts';
import { buildNeeds, fieldNames, type Alternatives } from './entry-types.ts';
import type { Field } from './field.ts';
import { splitNamedParts, splitNames, splitParts } from './names.ts';
import { buildFault, formatExcerpt, type Reader } from './reader.ts';
import type { Statement } from './syntax.ts';
import { parseTex, renderTex, renderVerbatim } from './tex.ts';

/** Fields that are printed as text, and so must be TeX that can be turned into text. */
const printed: ReadonlySet<string> = new Set(
  `abbr author booktitle editor institution issue journal journaltitle number pages publisher
  school title volume year`.split(/\s+/),
);

/** Enough for the names of a collaboration of ten thousand people. */
const mostLetters = 400_000;
const mostBraces = 100;

/** Four digits, or a range of such; or words, with digits or without, as “in press”, “c. 350”, “n.d.”. */
const year = /^\d{4}[a-z]?(?:\s*[–/-]\s*(?:\d{4})?)?$|^\D*$|(?:^|\s)\p{L}/u;
/** A date of biblatex begins with the year, and only the year is printed. */
const date = /^\d{4}(?!\d)/;

/**
 * Checks that an entry has the required fields of its type. `fields` includes inherited ones. Missing fields go to the
 * reader's faults.
 */
export function checkNeeds(
  reader: Reader,
  statement: Statement,
  fields: ReadonlyMap<string, string>,
): void {
  for (const need of buildNeeds(statement.type))
    if (!need.some((name) => fields.get(name)?.trim())) complainOfNeed(reader, statement, need);
}

/** Finds values that BibTeX takes but no reader should see. They go to the reader's faults. */
export function checkValues(reader: Reader, statement: Statement): void {
  for (const field of statement.fields) {
    if (!checkSize(reader, field)) continue;
    if (field.name === 'author' || field.name === 'editor') checkNames(reader, field);
    if (field.name === 'url') checkAddress(reader, field);
    if (field.name === 'year' || field.name === 'date') checkYear(reader, field);
    if (printed.has(field.name)) checkTex(reader, field);
    checkDirection(reader, field);
  }
}

function complainOfNeed(reader: Reader, statement: Statement, need: Alternatives): void {
  const { fields, type, key } = statement;
  const [usual] = need;
  const names = need.map((name) => `“${name}”`).join(' or ');
  const who = buildNeeds('').some(([name]) => name === usual) ? 'every entry' : `every @${type}`;
  const expected = `${names}, which ${who} must have`;
  const rule = 'bibtex-missing-field';

  const empty = fields.find(({ name }) => need.includes(name));
  const misspelt = fields.find(
    ({ name }) => !fieldNames.has(name) && need.some((word) => nearest(name, [word])),
  );
  if (empty) {
    // The parser has reported a value that is not begun.
    if (empty.valueStart === empty.valueEnd) return;
    const found = formatExcerpt(reader, empty.start, empty.valueEnd);
    const fix = 'Write the value between the braces.';
    reader.faults.push(buildFault(reader, empty.start, { found, expected, fix }, rule));
  } else if (misspelt) {
    const found = misspelt.name;
    const right = need.find((word) => nearest(found, [word])) ?? usual;
    const complaint = { found, expected, nearest: right, fix: 'Correct the spelling.' };
    reader.faults.push(buildFault(reader, misspelt.start, complaint, rule));
  } else {
    const found = formatExcerpt(reader, statement.start);
    const hint = usual === 'author' ? '; an organisation in double braces, {{OpenAI}}' : '';
    const fix = `Add ${usual} = {…}, to “${key}”${hint}.`;
    reader.faults.push(buildFault(reader, statement.start, { found, expected, fix }, rule));
  }
}

/** Whether a value is within the limits of size and depth. */
function checkSize(reader: Reader, field: Field): boolean {
  const { name, value, start } = field;
  let depth = 0;
  let deepest = 0;
  for (const [brace] of value.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  const isDeep = deepest > mostBraces;
  if (!isDeep && value.length <= mostLetters) return true;
  const complaint = {
    found: isDeep ? formatExcerpt(reader, start) : `${name}, of ${value.length} letters`,
    expected: isDeep
      ? `at most ${mostBraces} braces within one another`
      : `at most ${mostLetters} letters in a field`,
    fix: isDeep ? 'Take braces out.' : 'Write less, or take the field out.',
  };
  reader.faults.push(buildFault(reader, start, complaint, isDeep ? 'too-deep' : 'too-large'));
  return false;
}

/** Finds names that BibTeX accepts but misreads. */
function checkNames(reader: Reader, field: Field): void {
  let from = 0;
  const complain = (...words: [found: string, expected: string, fix: string]) => {
    from = complainOf(reader, field, from, ...words);
  };
  for (const name of splitNames(field.value)) {
    const parts = splitNamedParts(name) ? [] : splitParts(name);
    const isList = parts.length > 3 || (parts.length === 3 && /\s/.test(parts[1] ?? ''));
    if (isList) {
      const fix = `Write ${parts.slice(0, 2).join(' and ')} and so on.`;
      complain(name, 'names joined by “and”, not by commas', fix);
    } else if (/\bet\.? al\b/i.test(name)) {
      const fix = 'Write “and others” instead of “et al.”.';
      complain(name, 'all names, or “and others” at the end', fix);
    }
  }
}

function checkAddress(reader: Reader, field: Field): void {
  const address = renderVerbatim(field.value);
  const isGood = (text: string) => parseAddress(text, pageProtocols) !== undefined;
  if (address === '' || isGood(address)) return;
  const meant = fixAddress(/^www\./i.test(address) ? `https://${address}` : address);
  const complaint = {
    found: field.value.trim(),
    expected: 'an address that begins with https:// or http://',
    ...(isGood(meant) && { nearest: meant }),
    fix: 'Write the whole address, as https://example.org/paper.pdf.',
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'bad-address'));
}

function checkYear(reader: Reader, field: Field): void {
  const value = renderTex(field.value).trim();
  if (value === '' || (field.name === 'year' ? year : date).test(value)) return;
  const complaint = {
    found: field.value.trim(),
    expected: 'a year of four digits, a range as 1999–2000, or words as “in press” in “year”',
    fix: 'Write the year in four digits, as year = {2024}.',
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'bad-date'));
}

/** A mark that turns the direction of the text has its end in the same field. */
function checkDirection(reader: Reader, field: Field): void {
  const index = findOpenIsolate(field.value);
  if (index < 0) return;
  const complaint = {
    found: field.value.trim(),
    expected: 'U+2069 after each U+2066, U+2067 and U+2068, and nowhere else, in the same field',
    fix: 'Write the other one of the two characters, or delete this one; neither can be seen.',
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'text-direction'));
}

function checkTex(reader: Reader, field: Field): void {
  let from = 0;
  for (const command of new Set(parseTex(field.value).unknown))
    from = complainOf(
      reader,
      field,
      from,
      command,
      'text, or a TeX command for a letter, an accent or a sign',
      'Write the character itself; put mathematics between dollar signs, as $\\alpha$.',
    );
}

/**
 * Adds a fault at `found` within the value of a field, or at the value if `found` comes from a macro. Searches the
 * value from the index `from`, and returns the index at which to search for the next fault.
 */
function complainOf(
  reader: Reader,
  { valueStart, valueEnd }: Field,
  from: number,
  found: string,
  expected: string,
  fix: string,
): number {
  const words = found.split(' ', 1)[0] ?? found;
  const within = reader.text.slice(valueStart, valueEnd).indexOf(words, from);
  const at = valueStart + Math.max(0, within);
  const complaint = { found: formatExcerpt(reader, at, at + found.length), expected, fix };
  reader.faults.push(buildFault(reader, at, within < 0 ? { ...complaint, found } : complaint));
  return Math.max(within, from);
}
