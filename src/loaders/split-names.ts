import { isPlace } from '../bibliography/name-marks.ts';
import { writePlaced } from '../bibliography/name-mistakes.ts';
import { isFullName } from '../bibliography/name-words.ts';
import type { Fault } from '../lib/fault.ts';
import { getValue } from './source.ts';
import type { YamlSource } from './yaml.ts';

/** One word in letters with case: names in other scripts need no space. */
const isWord = (name: unknown) =>
  typeof name === 'string' &&
  /^[\p{Lu}][\p{Ll}\p{M}'’]+(?:-[\p{Lu}][\p{Ll}\p{M}'’]+)*$/u.test(name);

const isWhole = (name: unknown) => typeof name === 'string' && /\S\s+\S/.test(name.trim());

/**
 * Finds “[Ada Lovelace, Okafor, Chidi]”, where YAML reads the name “Okafor, Chidi” as two. It stays a notice, because
 * two authors can have names of one word.
 */
export function findSplitNames({ data, locate }: YamlSource): Fault[] {
  const authors = getValue(data, ['authors']);
  if (!Array.isArray(authors) || !authors.some(isWhole)) return [];
  const faults: Fault[] = [];
  for (let index = 0; index + 1 < authors.length; index++) {
    if (!isWord(authors[index]) || !isWord(authors[index + 1])) continue;
    const name = `${String(authors[index])}, ${String(authors[index + 1])}`;
    faults.push({
      rule: 'author-spellings',
      ...locate(['authors', index]),
      found: name,
      expected: `one name, as "${name}"; without quotation marks they are two authors`,
      nearest: `"${name}"`,
      fix: 'Write the name in quotation marks; if these are two authors, nothing is wrong.',
    });
    index++;
  }
  return faults;
}

/** “Jane Doe, Dresden”: a family name of two words and a given name, or a name and a place. */
const unclearPlace = /^([^,]+),\s*(\p{Lu}[\p{L}-]*\p{L})$/u;

/**
 * Finds names with a word after them that may be a place, where no other author of the list has the family name first,
 * and places that stand in the list as if they were authors. Both are notices: each may be a name.
 */
export function findPlacedNames({ data, locate }: YamlSource): Fault[] {
  const authors = getValue(data, ['authors']);
  if (!Array.isArray(authors)) return [];
  const names = authors.map((name) => (typeof name === 'string' ? name.trim() : ''));
  const pairs = names.map((name) => unclearPlace.exec(name) ?? []);
  const isUnclear = ([, person = '', place = '']: readonly string[]) =>
    isFullName(person) && !isFullName(place) && !isPlace(place);
  const areSpoken =
    names.some((name) => isFullName(name) && !name.includes(',')) &&
    names.every((name, index) => !name.includes(',') || isUnclear(pairs[index] ?? []));
  return names.flatMap((name, index): Fault[] => {
    const place = { rule: 'author-spellings' as const, ...locate(['authors', index]), found: name };
    const [, person = '', word = ''] = pairs[index] ?? [];
    if (areSpoken && isUnclear(pairs[index] ?? [])) {
      const nearest = writePlaced({ name: person, affiliation: word });
      return [
        {
          ...place,
          expected: `a name alone; this one is read as ${word} ${person}`,
          nearest,
          fix: `If “${word}” is a place, write ${nearest}; if it is a given name, { given: ${word}, family: ${person} }.`,
        },
      ];
    }
    const before = names[index - 1] ?? '';
    if (!isFullName(before) || isPlace(before) || before.includes(',') || !isPlace(name)) return [];
    const nearest = writePlaced({ name: before, affiliation: name });
    return [
      {
        ...place,
        expected: 'an author; this may be the affiliation of the one before it',
        nearest,
        fix: `If it is, write both as ${nearest}; if it is an author, { literal: ${name} }.`,
      },
    ];
  });
}
