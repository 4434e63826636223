import { parseNames, type Name, type Person } from './names.ts';
import { readLetter } from '../lib/tex/letters.ts';
import { unifyCommas } from './name-pieces.ts';
import { dropMail, groupWord } from './name-words.ts';
import { escapeTex } from './tex-source.ts';

const group = new RegExp(`^(?:the|team)\\s|${groupWord.source}`, 'i');

/** Degrees after a name are not printed. */
const degrees = /(?:,\s*(?:Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Sc|B\.?Sc|Dr\.\s?rer\.\s?nat)\.?)+$/i;
const bareDegrees = /(?<=\S\s+\S+)(?:\s+(?:MD|PhD|Ph\.D\.))+$/;

/** A letter with an accent, or one that has a command of its own: `\'e`, `{\"o}`, `\c{c}`, `{\ss}`. */
const texLetter =
  /\{\\[^{}]+(?:\{[^{}]*\})?\}|\\(?:["'`^~=.]|[a-zA-Z](?=\{))(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])/g;

/** A name with its letters in Unicode, and without an address and degrees after it. */
function cleanName(text: string): string {
  const letters = text.replace(texLetter, (tex) => readLetter(tex) ?? tex);
  const name = dropMail(unifyCommas(letters).trim());
  return name.replace(degrees, '').replace(bareDegrees, '');
}

const suffixes = /^(.+?),?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$/;

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\s]+$/u;

/**
 * Reads a name in plain text by the rules of a `.bib` file: “Ada Lovelace”, “Lovelace, Ada”, “Ludwig van Beethoven”.
 * Braces keep words together: “Aoife {Ó Briain}”. The name of a group stays whole.
 */
export function parsePlainName(text: string): Name {
  const name = cleanName(text);
  if (/^\{[^{}]*\}$/.test(name)) return { literal: name.slice(1, -1).trim() };
  const [first = '', second = '', ...more] = name.split(/\s+/);
  if (unspaced.test(name) && second !== '')
    return { given: [second, ...more].join(' '), particle: '', family: first, suffix: '' };
  const [, rest = name, suffix = ''] = suffixes.exec(name) ?? [];
  if (group.test(name)) return { literal: name };
  const tex = rest.split(/([{}])/).map((part) => (/[{}]/.test(part) ? part : escapeTex(part)));
  const [read] = parseNames(tex.join('')).names;
  if (read === undefined) return { literal: name };
  return suffix === '' || 'literal' in read ? read : { ...read, suffix };
}

/** Formats a name as TeX that is read as the same name. */
export function formatTexName(name: Name): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  const { given, particle, family, suffix } = name;
  const spoken = escapeTex([given, particle, family].filter(Boolean).join(' '));
  // BibTeX takes the “y” of “Ortega y Gasset” for a particle, unless it is in braces.
  const isJoined = /\s[yei]\s/.test(family);
  const isSpoken = suffix === '' && !unspaced.test(family + given) && !isJoined;
  if (isSpoken && isReadAs(spoken, name)) return spoken;
  const parts = [[particle, family].filter(Boolean).join(' '), suffix, given].filter(Boolean);
  const inverted = parts.map(escapeTex).join(', ');
  if (!isJoined && isReadAs(inverted, name)) return inverted;
  return [[escapeTex(particle), `{${escapeTex(family)}}`], [escapeTex(suffix)], [escapeTex(given)]]
    .map((words) => words.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
}

function isReadAs(tex: string, person: Person): boolean {
  const [read, ...others] = parseNames(tex).names;
  if (read === undefined || 'literal' in read || others.length > 0) return false;
  return (['given', 'particle', 'family', 'suffix'] as const).every(
    (part) => read[part] === person[part],
  );
}

/** A mistake in a name in plain text. */
export interface NameMistake {
  expected: string;
  nearest?: string;
  fix: string;
}

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
  const [, named, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  if (named !== undefined && !group.test(name))
    return {
      expected: 'a name alone; words in brackets would be a part of it',
      nearest: named,
      fix: `Remove the brackets. An affiliation is a field: { name: ${named}, affiliation: ${inside} }.`,
    };
  if (/^@\w|^\S+@\S+\.\w+$/.test(name))
    return {
      expected: 'the name of a person or a group, and no address or account',
      fix: 'Write the name, such as Ada Lovelace; an address is a field: { name: …, url: … }.',
    };
  const [, marked, marks = ''] = /^(.*[^\s\d^-])\s*([*†‡§¶⋆∗#^\d¹²³⁴-⁹]+)$/u.exec(name) ?? [];
  if (marked !== undefined) return describeMark(marked, marks);
  if (/^\{.*\}$/.test(name) || (group.test(name) && !isPair(name))) return undefined;
  const people = name.split(/\s*(?:;|\s&|,?\s+and)\s+/i);
  const commas = name.split(/\s*,\s*/);
  const isSeveral = people.length > 1 || commas.filter((part) => !isSuffix(part)).length > 2;
  const isList = commas.length === 2 && !isSuffix(commas[1] ?? '') && commas.every(isFullName);
  if (isSeveral || isList) {
    const names = people.flatMap((part) =>
      isList || commas.length > 2 ? part.split(/\s*,\s*/) : [part],
    );
    return {
      expected: 'one person or one group in each item of the list',
      fix: isList
        ? `Write [${names.join(', ')}] for two people, or { given: …, family: … } for one.`
        : `Write a list: [${names.join(', ')}]; or '{${name}}', in braces, for one group.`,
    };
  }
  return undefined;
}

function isSuffix(part: string): boolean {
  return /^(?:(?:Jr|Sr)\.?|I{2,3}|IV)$/.test(part.trim());
}

/** Whether a name joins two people: “Ada Lovelace and Grace Hopper”. */
function isPair(name: string): boolean {
  return /^(?!The\s)\p{Lu}\S*\s+\p{Lu}\S*\s+(?:and|&)\s+\p{Lu}\S*\s+\p{Lu}\S*$/u.test(name);
}

/** Two or more written-out words, of which the first is no particle. */
function isFullName(part: string): boolean {
  return /^\p{Lu}\S*(?:\s+\S+)*\s+\p{Lu}[\p{L}’'-]+$/u.test(part);
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
  const nearest = `{ ${fields.map(([field, part]) => `${field}: ${part}`).join(', ')}, equal: true }`;
  return {
    expected: 'a name without the marks of a footnote; an equal contribution is a field',
    nearest,
    fix: `Write ${nearest}.`,
  };
}
