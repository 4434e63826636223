import { buildNeeds } from './entry-types.ts';
import type { Field } from './field.ts';
import { findArxiv, findDoi } from './identifiers.ts';
import { buildFault, formatExcerpt, type Complaint, type Reader } from './reader.ts';
import type { Statement } from './syntax.ts';
import { renderSpaced } from './verbatim.ts';

/** Words that programs and people write for a value that they do not have. */
const noValue =
  /^(?:(?:n\/?a|none|null|nil|nan|undefined|unknown|not (?:available|applicable|known|given|specified)|tb[acd]|to be (?:announced|determined|added)|todo)[.!]?|n\/a-+n\/a|[\s?–—-]+)$/i;

/** Fields of text or keys, in which each of the words can be meant. */
const words =
  /title|^(?:abstract|annote|keywords|key|options|type|shorthand|label|language|langid|pubstate|file|comment|crossref|xdata|xref|ids|entryset|related)$/;

/** Fields of names, in which “Unknown” and “None” can be names. */
const names = /^(?:author|editor|translator)$/;
const noName = /^(?:n\/a|tb[acd]|todo|[\s?–—-]+)$/i;

/** ADS and DBLP write the identifier of a preprint in these fields, and `findEprint` reads it there. */
const texts = /^(?:pages|eid|number|issue|volume)$/;
const numbered = /^(?:doi|url|isbn|issn|eprint)$/;

/** Words in place of numbers that are not there yet. */
const inPress = /^(?:in press|to appear|forthcoming)\.?$/i;

/** The state of a work is shown in the place of a year, which may also come from another entry. */
const dates = /^(?:year|date|crossref|xdata)$/;

/** An archive has identifiers of its own. */
const archives = /^(?:eprinttype|archiveprefix)$/;

/**
 * Reads the fields of an entry as they are meant: one with a word for no value is not set, and an identifier in the
 * field of another thing is read as its own field. Each goes to the reader's faults as a notice.
 */
export function readMeantFields(reader: Reader, statement: Statement): void {
  const needs = buildNeeds(statement.type);
  const isSet = (one: string, but: Field) =>
    statement.fields.some(
      (field) => field !== but && field.name === one && renderSpaced(field.value) !== '',
    );
  const hasArchive = statement.fields.some(({ name }) => archives.test(name));
  const isDated = statement.fields.some(({ name, value }) => dates.test(name) && value !== '');
  statement.fields = statement.fields.flatMap((field) => {
    if (field.value.length > (mayMisplace(field.name) ? mostLetters : 40)) return [field];
    const value = renderSpaced(field.value);
    if (hasNoValue(field.name, value)) {
      // The check of what an entry needs tells it.
      const need = needs.find((one) => one.includes(field.name));
      if (need?.every((one) => !isSet(one, field))) return [{ ...field, value: '' }];
      // Several programs have dashes for no pages.
      if (!(texts.test(field.name) && /^-*$/.test(value))) tell(reader, statement, field, unset);
      return [];
    }
    const isKept = isDated && texts.test(field.name) && inPress.test(value);
    const meant =
      isKept || (field.name === 'eprint' && hasArchive)
        ? undefined
        : (findMeant(field.name, value) ?? findOfBook(statement.type, field.name, value));
    if (meant === undefined) return [field];
    const isTaken = isSet(meant.name, field);
    tell(reader, statement, field, describeMisplaced(field, meant, isTaken));
    return isTaken ? [] : [{ ...field, name: meant.name, value: meant.value }];
  });
}

function hasNoValue(name: string, value: string): boolean {
  if (value === '' || words.test(name)) return false;
  return (names.test(name) ? noName : noValue).test(value);
}

/** No identifier is longer. */
const mostLetters = 500;

/** Whether a field can hold an identifier of another one. */
function mayMisplace(name: string): boolean {
  return texts.test(name) || numbered.test(name);
}

interface Meant {
  name: string;
  value: string;
  noun: string;
}

/** The field that a value belongs to, if it is an identifier and nothing else. */
function findMeant(name: string, value: string): Meant | undefined {
  if (!mayMisplace(name)) return undefined;
  const isText = texts.test(name);
  if (isText && inPress.test(value))
    return { name: 'pubstate', value: 'inpress', noun: 'the state of a work' };
  const doi = findDoi(value);
  // An address with a DOI is a whole address.
  if (doi !== undefined && !/^(?:doi|url)$/.test(name) && !(name === 'eprint' && isAddress(value)))
    return { name: 'doi', value: doi, noun: 'a DOI' };
  if (/10\.\d{4}/.test(value)) return undefined;
  const arxiv = findArxiv(value);
  if (arxiv !== undefined && numbered.test(name) && name !== 'eprint' && !isAddress(value))
    return { name: 'eprint', value: arxiv, noun: 'an identifier of arXiv' };
  const [, pmid] = /^PMID:?\s*(\d+)$/i.exec(value) ?? [];
  if (pmid !== undefined) return { name: 'pmid', value: pmid, noun: 'a number of PubMed' };
  // An address may be the identifier of an archive, and is read as that.
  if (!/^(?:url|eprint)$/.test(name) && isAddress(value))
    return { name: 'url', value, noun: 'an address' };
  if (name !== 'isbn' && /^(?:ISBN:?\s*)?97[89][-\s]?(?:\d[-\s]?){9}\d$/i.test(value))
    return { name: 'isbn', value, noun: 'an ISBN' };
  if (name !== 'issn' && !isText && /^(?:ISSN:?\s*)?\d{4}-\d{3}[\dX]$/i.test(value))
    return { name: 'issn', value, noun: 'an ISSN' };
  return undefined;
}

/** RePEc writes the old ISBN of a book as its number. */
function findOfBook(type: string, name: string, value: string): Meant | undefined {
  if (!/book$|^collection$/.test(type) || !/^(?:number|volume)$/.test(name)) return undefined;
  return isOldIsbn(value) ? { name: 'isbn', value, noun: 'an ISBN' } : undefined;
}

/** Whether the last of ten digits is the check digit of the others. */
function isOldIsbn(value: string): boolean {
  if (!/^\d{9}[\dX]$/i.test(value)) return false;
  const digits = Array.from(value, (digit) => (/x/i.test(digit) ? 10 : Number(digit)));
  return digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]+\.\S+$/i.test(value);
}

const unset: Omit<Complaint, 'found'> = {
  expected: 'a value; words such as “none” and “N/A” are read as if the field were not there',
  fix: 'Write the value, or remove the field.',
};

function describeMisplaced(
  { name }: Field,
  { name: right, value, noun }: Meant,
  isTaken: boolean,
): Omit<Complaint, 'found'> {
  if (isTaken)
    return {
      expected: `the value of “${name}”; this is ${noun}, and not shown, since “${right}” is set`,
      fix: 'Remove the field, or write its own value.',
    };
  return {
    expected: `the value of “${name}”; this is ${noun}, and read as “${right}”`,
    nearest: `${right} = {${value}}`,
    fix: 'Write the field as in the nearest.',
  };
}

function tell(
  reader: Reader,
  { key }: Statement,
  field: Field,
  complaint: Omit<Complaint, 'found'>,
): void {
  const found = formatExcerpt(reader, field.start, field.valueEnd);
  const rule = complaint === unset ? 'bibtex-missing-field' : 'bibtex-identifier';
  reader.faults.push(
    buildFault(reader, field.start, { found, ...complaint, entry: key, isHarmless: true }, rule),
  );
}
