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
