import { slugify } from '../lib/slug.ts';
import type { Name, Person } from './names.ts';

/** Small words at the end of given names, which belong before the family name: “Oswald, Johannes von”. */
export const misplaced = /\s+(\p{Ll}[\p{L}’']*(?:\s+\p{Ll}[\p{L}’']*)*)\s*$/u;

/** Given names without case and accents, one word or initial each: “Jean-Luc”, “J.-L.” and “JL” are two. */
export function splitGiven(given: string): string[] {
  const words = given.replace(misplaced, '').split(/\s+/);
  return words.flatMap((word) =>
    /^\p{Lu}{2,3}$/u.test(word)
      ? [...word].map((letter) => slugify(letter))
      : slugify(word).split('-').filter(Boolean),
  );
}

/** The family name without case and accents, which two spellings of it share. */
export function foldFamily({ given, particle, family, suffix }: Person): string {
  const particles = [particle, misplaced.exec(given)?.[1]].filter(Boolean).join(' ');
  return slugify(`${particles} ${family} ${suffix}`);
}

/** Whether the given names, each an initial or written out, are compatible. */
export function areGivenAlike(one: readonly string[], two: readonly string[]): boolean {
  return one.every((word, index) => areAlike(word, two[index] ?? word));
}

/** Whether two given names are the same, or one is the initial of the other. */
function areAlike(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short === long || !long.startsWith(short)) return short === long;
  // Only scripts with capitals have initials: a Chinese given name may be a single character.
  return [...short].length === 1 && short !== short.toUpperCase();
}

/** Whether two names are likely one person's, or one organisation's. */
export function isSameName(one: Name, two: Name): boolean {
  if ('literal' in one || 'literal' in two) return foldName(one) === foldName(two);
  const [given, other] = [splitGiven(one.given), splitGiven(two.given)];
  // A name without given names never matches one that has some.
  if ((given.length === 0) !== (other.length === 0)) return false;
  return listReadings(one).some(([family, given]) =>
    listReadings(two).some(([other, names]) => family === other && areGivenAlike(given, names)),
  );
}

/** A family name and given names, as written; and with the later given names as parts of the family name. */
function listReadings(person: Person): [family: string, given: string[]][] {
  const [family, given] = [foldFamily(person), splitGiven(person.given)];
  const others = given.slice(1).map((_, index): [string, string[]] => {
    return [[...given.slice(index + 1), family].join('-'), given.slice(0, index + 1)];
  });
  return [[family, given], ...others];
}

function foldName(name: Name): string {
  if ('literal' in name) return slugify(name.literal);
  return slugify([name.given, name.particle, name.family, name.suffix].join(' '));
}
