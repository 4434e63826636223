import { dropAffiliation, dropMarks, isPlace } from './name-marks.ts';
import { splitNamedParts, splitNames, splitParts, unifyCommas } from './name-pieces.ts';
import { dropTitles, isFullName, unspacedWord, wholeUnspaced } from './name-words.ts';

const initials = String.raw`\p{Lu}\.?(?:[\s~-]*\p{Lu}\.?){0,3}`;
/** “J. Doe”, “J.-P. van der Roe”. */
const initialsFirst = new RegExp(
  String.raw`^${initials.replace('\\.?', '\\.')}[\s~]*(?:\p{Ll}+[\s~]+)*\p{L}[\p{L}'’-]+$`,
  'u',
);
/** “Doe J”, “Doe JP”, “Doe J.”: initials last, as PubMed writes them. */
const initialsLast = new RegExp(
  String.raw`^\p{L}[\p{L}'’-]+(?:[\s~]+\p{L}[\p{L}'’-]+)*[\s~]+(?:\p{Lu}\.?){1,3}$`,
  'u',
);
const initialsAlone = new RegExp(`^${initials}$`, 'u');
const suffix = /^(?:jr|sr|[iv]+)\.?$/i;
/** “Doe III” has no initials. */
const suffixed = /\s(?:[JS]r\.?|I{2,3}|IV)$/;

/** “Müller, Anna und Schmidt, Bernd”, “Anna Müller und Bernd Schmidt”, but no “Ortega y Gasset, José”. */
const foreignAnd = [
  /^([^,]+,[^,]+?)\s(?:und|et|y|e|och|og|en)\s([^,]+,[^,]+)$/,
  /^(\p{Lu}[^,]*\s[^,]*?)\s(?:und|et|och|og)\s(\p{Lu}[^,]*\s[^,]+)$/u,
  // One family name may be of two: “José Ortega y Gasset”, “Calderón de la Barca y Henao”.
  /^(\p{Lu}[^,]*\s[^,]*?)\s(?:y|e|i)\s(\p{Lu}[^\s,]+(?:\s\p{Lu}[^\s,]*)+)$/u,
];

/**
 * Returns the names of a list that is joined by commas, semicolons or ampersands, where BibTeX reads one name; undefined
 * if `name` is one. `isFollowed` tells whether “and” stands after it.
 */
export function splitList(name: string, isFollowed: boolean): string[] | undefined {
  if (splitNamedParts(name)) return undefined;
  // A semicolon may end an entity of HTML: “M&uuml;ller”.
  const pieces = splitOutside(name, /(?<!&#?\w+);|\s(?:&|\\&)\s|\\\\(?=\s*[A-Z])/);
  if (pieces.length > 1) return pieces.flatMap((piece) => splitList(piece, true) ?? [piece]);
  const [, one, other] = foreignAnd.map((pattern) => pattern.exec(name)).find(Boolean) ?? [];
  if (one !== undefined && other !== undefined)
    return [one, other].flatMap((piece) => splitList(piece, true) ?? [piece]);
  const parts = splitParts(name.replace(/[\s,]+$/, ''));
  const isOpen = isFollowed && /,\s*$/.test(name);
  if (parts.length === 1) return undefined;
  const people = parts.filter((part, index) => index === 0 || !isPlace(part));
  if (people.length < parts.length)
    return people.length > 1 && people.every(isFullName) ? people : undefined;
  const inverted =
    parts.every((part, index) => index % 2 === 1 || !/[\s~]/.test(part)) ||
    parts.every((part, index) => index % 2 === 0 || initialsAlone.test(part));
  if (parts.length > 2 && parts.length % 2 === 0 && inverted)
    return Array.from(
      { length: parts.length / 2 },
      (_, index) => `${parts[2 * index]}, ${parts[2 * index + 1]}`,
    );
  if (parts.every((part) => initialsLast.test(part) && !suffixed.test(part)))
    return parts.map((part) => part.replace(/[\s~]+(?=[\p{Lu}.]+$)/u, ', '));
  const areWhole = parts.every((part) => initialsFirst.test(part));
  const areUnspaced =
    parts.every((part) => wholeUnspaced.test(part)) ||
    (parts.length > 2 && parts.every((part) => unspacedWord.test(part)));
  const areWords = parts.every((part) => /\s/.test(part));
  const isLong = parts.length > 3 || (parts.length === 3 && areWords);
  const isSuffixed = parts.some((part) => suffix.test(part));
  return (areWhole || areUnspaced || isLong || (isOpen && areWords)) && !isSuffixed
    ? parts
    : undefined;
}

/** Two names of two words each. */
const wholePair = /^\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+,\s*\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+$/u;

/** Whether a name is two whole names, of which each has a title, a mark or an affiliation of its own. */
function isMarkedPair(name: string): boolean {
  if (name.length > 500) return false;
  const parts = splitParts(name);
  const bare = parts.map((part) => {
    const name = dropAffiliation(dropMarks(part));
    return dropTitles(name.split(/\s+/)).join(' ');
  });
  const areMarked = bare.every((part, index) => part !== parts[index] && /\S\s\S/.test(part));
  return parts.length === 2 && areMarked;
}

/** A name that is a list, with its names, and the whole field with each list joined by “and”. */
interface List {
  name: string;
  names: string[];
  joined: string;
}

/** Returns the lists in a field of names. */
export function findLists(value: string): List[] {
  const names = splitNames(unifyCommas(value));
  const areSpoken = names.some((name) => /^[^,{}]*\p{L}\s\p{L}[^,{}]*$/u.test(name));
  const lists = names.map((name, index) => {
    // Between names in the order of speech, “Jane Doe, Richard Roe” are two as well.
    if (areSpoken && wholePair.test(name)) return splitParts(name);
    if (isMarkedPair(name)) return splitParts(name);
    return splitList(name, index < names.length - 1);
  });
  const joined = names.flatMap((name, index) => lists[index] ?? [name]).join(' and ');
  return names.flatMap((name, index) => {
    const list = lists[index];
    return list === undefined ? [] : [{ name, names: list, joined }];
  });
}

/** Splits at a separator outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  let depth = 0;
  const open = Array.from(text, (sign) => {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    return depth > 0 || sign === '}' ? '\0'.repeat(sign.length) : sign;
  }).join('');
  const pieces: string[] = [];
  let start = 0;
  for (const { index, 0: sign } of open.matchAll(new RegExp(separator, 'g'))) {
    pieces.push(text.slice(start, index).trim());
    start = index + sign.length;
  }
  return [...pieces, text.slice(start).trim()]
    .map((piece) => piece.replace(/,$/, ''))
    .filter(Boolean);
}
