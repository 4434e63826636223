import { parseNames, type Name, type Person } from './names.ts';
import { readLetters } from '../lib/tex/letters.ts';
import { unifyCommas } from './name-pieces.ts';
import { dropMail } from './name-marks.ts';
import { degreeWord, groupWord } from './name-words.ts';
import { escapeTex } from './tex-source.ts';

export const group = new RegExp(`^(?:the|team)\\s|${groupWord.source}`, 'i');

/** Degrees after a name are not printed. */
const degrees = new RegExp(String.raw`(?:,\s*${degreeWord.source})+$`, 'i');
const bareDegrees = /(?<=\S\s+\S+)(?:\s+(?:MD|PhD|Ph\.D\.))+$/;

/** A name with its letters in Unicode, and without an address and degrees after it. */
export function cleanName(text: string): string {
  const name = dropMail(unifyCommas(readLetters(text)).trim());
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
