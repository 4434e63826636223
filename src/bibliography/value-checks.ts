import { fixAddress, isBareAddress, pageProtocols, parseAddress } from '../lib/address.ts';
import { findOpenIsolate } from '../lib/characters.ts';
import { isYear } from './dates.ts';
import type { Field } from './field.ts';
import { findLists } from './name-lists.ts';
import { listNameComplaints } from './name-complaints.ts';
import { dropMarks } from './name-marks.ts';
import { splitNames } from './name-pieces.ts';
import { buildFault, formatExcerpt, type Complaint, type Reader } from './reader.ts';
import { completeAddress, readAddress, readAddresses } from './addresses.ts';
import type { Statement } from './syntax.ts';
import { parseTex, renderTex } from './tex.ts';
import { renderVerbatim } from './verbatim.ts';

/** Fields that are printed as text, and so must be TeX that can be turned into text. */
const printed: ReadonlySet<string> = new Set(
  `abbr author booksubtitle booktitle chapter edition editor eid eventtitle howpublished institution issue journal
  journalsubtitle journaltitle location number organization pages publisher school series shortjournal subtitle title
  titleaddon translator type version volume year`.split(/\s+/),
);

const nameFields = /^(?:author|editor|translator)$/;

/** Enough for the names of a collaboration of ten thousand people. */
const mostLetters = 400_000;
const mostBraces = 100;

/** Finds values that BibTeX takes but no reader should see. They go to the reader's faults. */
export function checkValues(reader: Reader, statement: Statement): void {
  for (const field of statement.fields) {
    if (!checkSize(reader, field)) continue;
    if (nameFields.test(field.name)) checkNames(reader, field);
    if (field.name === 'url') checkAddress(reader, field);
    if (field.name === 'year' || field.name === 'date') checkYear(reader, field);
    if (printed.has(field.name)) checkTex(reader, field);
    if (printed.has(field.name)) checkData(reader, field);
    checkDirection(reader, field);
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
  const lists = findLists(field.value);
  for (const { name, names, joined } of lists)
    from = complainOf(reader, field, from, {
      found: name,
      expected: 'names joined by “and”, not by commas or semicolons',
      nearest: names.join(' and '),
      fix: `Write ${field.name} = {${joined}}.`,
    });
  const names = splitNames(field.value);
  const told = new Set(lists.map(({ name }) => name));
  for (const name of names.filter((one) => !told.has(one)))
    for (const complaint of listNameComplaints(name, names))
      complainOf(reader, field, 0, complaint);
}

function checkAddress(reader: Reader, field: Field): void {
  const address = renderVerbatim(field.value);
  const isGood = (text: string) => parseAddress(text, pageProtocols) !== undefined;
  const shown = readAddress(field.value);
  if (address !== '' && shown !== '') checkOthers(reader, field, shown);
  if (address === '' || shown !== '') return;
  // The address of a record in the program EndNote.
  const isInProgram = /^<go to /i.test(field.value.trim());
  const meant = fixAddress(isBareAddress(address) ? `https://${address}` : address);
  const complaint = {
    found: field.value.trim(),
    expected: 'an address that begins with https:// or http://',
    ...(isGood(meant) && { nearest: meant }),
    fix: isInProgram
      ? 'Remove the field: the address opens in EndNote alone. It is not shown.'
      : 'Write the whole address, as https://example.org/paper.pdf.',
    ...(isInProgram && { isHarmless: true as const }),
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'bad-address'));
}

/** Finds addresses and words after the first address, which is the link of the work. */
function checkOthers(reader: Reader, field: Field, shown: string): void {
  const { addresses, rest } = readAddresses(field.value);
  const others = addresses
    .slice(1)
    .map(completeAddress)
    .filter((one) => one !== '' && one !== shown);
  const isSaid = addresses.length > 1 ? others.length === 0 : !/\p{L}/u.test(rest);
  if (isSaid) return;
  const complaint = {
    found: field.value.trim(),
    expected: `one address in “url”; only the first is read, ${shown}`,
    fix: `Move the rest to “note”, which is shown with its links: ${others.join(', ') || rest}.`,
    isHarmless: true as const,
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'bad-address'));
}

function checkYear(reader: Reader, field: Field): void {
  const value = renderTex(field.value).trim();
  if (value === '' || isYear(value)) return;
  const complaint = {
    found: field.value.trim(),
    expected: 'a year of four digits, a range as 1999–2000, or words as “in press” in “year”',
    fix: 'Write the year in four digits, as year = {2024}.',
  };
  reader.faults.push(buildFault(reader, field.valueStart, complaint, 'bad-date'));
}

/** A value in another entry, as biblatex can have it within a field. */
function checkData(reader: Reader, field: Field): void {
  const [found] = /(?<![^\s{])xdata\s*=\s*[^\s{},]+/i.exec(field.value) ?? [];
  if (found === undefined) return;
  complainOf(reader, field, 0, {
    found,
    expected: 'the value itself; only a field “xdata” of its own takes fields from another entry',
    fix: 'Write the value here.',
  });
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
  const isNames = nameFields.test(field.name);
  const value = isNames ? splitNames(field.value).map(dropMarks).join(' and ') : field.value;
  for (const command of new Set(parseTex(value).unknown))
    from = complainOf(reader, field, from, {
      found: command,
      expected: 'text, or a TeX command for a letter, an accent or a sign',
      fix: 'Write the character itself; put mathematics between dollar signs, as $\\alpha$.',
    });
}

/**
 * Adds a fault at `found` within the value of a field, or at the value if `found` comes from a macro. Searches the
 * value from the index `from`, and returns the index at which to search for the next fault.
 */
function complainOf(
  reader: Reader,
  { valueStart, valueEnd }: Field,
  from: number,
  complaint: Complaint,
): number {
  const { found } = complaint;
  const words = found.split(' ', 1)[0] ?? found;
  const within = reader.text.slice(valueStart, valueEnd).indexOf(words, from);
  const at = valueStart + Math.max(0, within);
  const excerpt = within < 0 ? found : formatExcerpt(reader, at, at + found.length);
  reader.faults.push(buildFault(reader, at, { ...complaint, found: excerpt }));
  return Math.max(within, from);
}
