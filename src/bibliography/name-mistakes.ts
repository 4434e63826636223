import { affiliation, isPlace } from './name-marks.ts';
import {
  company,
  formatGiven,
  formatInitials,
  isFullName,
  isPair,
  unclearLetters,
} from './name-words.ts';
import { splitPeople } from './people-text.ts';
import { readOtherWords, readPlacedPeople, type PlacedPerson } from './placed-people.ts';
import { cleanName, group, parsePlainName } from './plain-name.ts';

/** A mistake in a name in plain text. */
interface NameMistake {
  expected: string;
  nearest?: string;
  fix: string;
}

/** A person, and words after a comma: “Jane Doe, MIT”. */
const employed = /^([^,]+),\s*(.+)$/;

/** Finds text that is not the name of one person or group. */
export function findNameMistake(text: string): NameMistake | undefined {
  const name = cleanName(text);
  if (/(?:^|[\s,])(?:et\.?\s+al\.?|and\s+others)$|^others$/i.test(name))
    return {
      expected: 'the name of a person or a group; a paper names each of its authors',
      fix: 'Remove these words, and write the other names in their place.',
    };
  const [, , styled] = /^(\*{1,2}|_{1,2})(.+)\1$/.exec(name) ?? [];
  if (styled !== undefined)
    return {
      expected: 'a name in plain text; the site marks its own author itself',
      nearest: styled,
      fix: `Write ${styled}.`,
    };
  const [, linked, url = ''] = /^\[([^[\]]+)\]\((\S+)\)$/.exec(name) ?? [];
  if (linked !== undefined) return describeLink(linked, url);
  if (/[[\]]/.test(name))
    return {
      expected: 'a name in plain text, without square brackets',
      nearest: name.replace(/[[\]]/g, ' ').replace(/\s+/g, ' ').trim(),
      fix: 'Remove the brackets. A list of names is in brackets without quotation marks.',
    };
  const [, named, inside = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  if (named !== undefined && !group.test(name))
    return {
      expected: 'a name alone; words in brackets would be a part of it',
      nearest: affiliation.test(inside) ? writePlaced({ name: named, affiliation: inside }) : named,
      fix: `Remove the brackets. An affiliation is a field: ${writePlaced({ name: named, affiliation: inside })}.`,
    };
  const placed = findPlaced(name);
  if (placed !== undefined) return placed;
  if (/^@\w|^\S+@\S+\.\w+$/.test(name))
    return {
      expected: 'the name of a person or a group, and no address or account',
      fix: 'Write the name, such as Ada Lovelace; an address is a field: { name: …, url: … }.',
    };
  const [, marked, marks = ''] =
    /^(.*[^\s\d^,-])[,\s]*((?:[*†‡§¶⋆∗#^\d¹²³⁴-⁹][,\s]*)+)$/u.exec(name) ?? [];
  if (marked !== undefined) return describeMark(marked, marks);
  if (/^\{.*\}$/.test(name) || (group.test(name) && !isPair(name))) return undefined;
  const people = splitPeople(name).names;
  if (people.length > 1) {
    const names = people.map(quote);
    const isUnclear = people.join() === name.split(/\s*,\s*/).join();
    return {
      expected: 'one person or one group in each item of the list',
      fix:
        isUnclear && people.length === 2
          ? `Write [${names.join(', ')}] for two people, or { given: ${names[1]}, family: ${names[0]} } for one.`
          : `Write each in an item of its own: [${names.join(', ')}]; or '{${name}}', in braces, for one group.`,
    };
  }
  return undefined;
}

/** The letters after a name as initials, and as a given name if they can be one. */
function describeLetters(person: string, letters: string): string {
  const initials = `${person}, ${formatInitials(letters)}`;
  const isGiven = !isPlace(letters) && /[AEIOUY]/.test(letters);
  return isGiven ? `${initials} A given name is ${person}, ${formatGiven(letters)}.` : initials;
}

/** Finds an affiliation after a name, or after several. */
function findPlaced(name: string): NameMistake | undefined {
  const [, person = '', letters = ''] = employed.exec(name) ?? [];
  if (isFullName(person) && unclearLetters.test(letters)) {
    const nearest = writePlaced({ name: person, affiliation: letters });
    return {
      expected: 'a name alone; an affiliation is a field',
      nearest,
      fix: `Write ${nearest}. As initials, the letters have stops: ${describeLetters(person, letters)}`,
    };
  }
  const other = readOtherWords(name);
  const people = readPlacedPeople(name) ?? (other && [other]);
  if (people === undefined || company.test(name)) return undefined;
  const [first = '', ...others] = people.map(writePlaced);
  if (others.length > 0)
    return {
      expected: 'one person or one group in each item of the list; an affiliation is a field',
      fix: `Write each in an item of its own: [${[first, ...others].join(', ')}]; each affiliation only where it belongs.`,
    };
  return {
    expected: 'a name alone; an affiliation is a field',
    nearest: first,
    fix: `Write ${first}.`,
  };
}

/** Writes a person as an item of a list in YAML. */
export function writePlaced({ name, affiliation }: PlacedPerson): string {
  return affiliation === undefined
    ? quote(name)
    : `{ name: ${quote(name)}, affiliation: ${quote(affiliation)} }`;
}

/** A name with the address of a person, as a link of Markdown. */
function describeLink(name: string, url: string): NameMistake {
  const nearest = /^https?:\/\//.test(url) ? `{ name: ${quote(name)}, url: ${quote(url)} }` : name;
  return {
    expected: 'a name in plain text; the address of a person is a field',
    nearest,
    fix: `Write ${nearest}.`,
  };
}

/** Formats a value for a list or fields of YAML in one line. */
function quote(value: string): string {
  const isPlain = /^[\p{L}\p{N}][^,[\]{}"\\]*$/u.test(value) && !/: |:$| #/.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function describeMark(name: string, marks: string): NameMistake {
  const read = parsePlainName(name);
  if (!/[*⋆∗]/u.test(marks) || 'literal' in read)
    return {
      expected: 'a name without the marks of a footnote',
      nearest: name,
      fix: 'Remove the mark. An affiliation is a field: { given: …, family: …, affiliation: … }.',
    };
  const { given, particle, family, suffix } = read;
  const fields = Object.entries({ given, particle, family, suffix }).filter(
    ([, part]) => part !== '',
  );
  const nearest = `{ ${fields.map(([field, part]) => `${field}: ${quote(part)}`).join(', ')}, equal: true }`;
  return {
    expected: 'a name without the marks of a footnote; an equal contribution is a field',
    nearest,
    fix: `Write ${nearest}.`,
  };
}
