import { split, splitNamedParts, splitNames, splitParts, unifyCommas } from './name-pieces.ts';
import { dropAffiliation, dropMail, dropMarks, dropRole } from './name-marks.ts';
import { separateInitials } from './name-initials.ts';
import {
  dropDegrees,
  dropTitles,
  isGeneration,
  isGroup,
  isGroupName,
  isSuffix,
  namesakeNumber,
  unspacedWord,
} from './name-words.ts';
import { renderTex } from './tex.ts';

/** A person's name in the four parts of BibTeX; a part that is not there is empty. */
export interface Person {
  given: string;
  /** The “von”, “de la”, “van der” before a family name. */
  particle: string;
  family: string;
  /** “Jr.”, “III”. */
  suffix: string;
}

/** A name that has no parts, as that of an organisation. */
export interface Organisation {
  literal: string;
}

export type Name = Person | Organisation;

/** The names of a field, and whether it ends with “and others”. */
export interface NameList {
  names: Name[];
  andOthers: boolean;
}

/**
 * Reads the value of an author or editor field by the rules of BibTeX: names between “and”s, each
 * `First von Last`, `von Last, First` or `von Last, Jr, First`. Braces around a whole name keep it
 * in one piece, for organisations. Reads any value; `checkNames` finds the likely mistakes.
 */
export function parseNames(value: string): NameList {
  const parts = splitNames(unifyCommas(value).replace(styledRest, ' $1 '));
  const people = parts.map((part) => part.replace(rest, '').trim()).filter(Boolean);
  const spoken = separateInitials(people);
  // The authors of GPT-4 are “OpenAI and : and Josh Achiam” at arXiv.
  const names = spoken.map(parseName).filter((name) => /[\p{L}\p{N}]/u.test(formatFullName(name)));
  return { names, andOthers: parts.some((part) => rest.test(part)) };
}

/** The words for the authors who are not named, alone, as in “15 others”, or after a name. */
const rest =
  /^\{?(?:(?:and\s)?\d+\+?[~\s](?:more|(?:(?:more|additional|other)[~\s])?(?:others?|(?:co-?)?authors?|colleagues?))|(?:and\s+)?others|al\.)\}?[.,]*$|(?:^|,?\s+)\{?et\.?[~\s]?al\b\.?\}?[.,]*$/i;

/** “et al.” in a typeface of its own: `\\textit{et al.}`, `{\\em et al.}`. */
const styledRest =
  /\{?\\(?:textit|textsl|emph|it|em|itshape)\b\s*\{?\s*(et[~\s]+al\.?|others)\s*\}?\}?\s*$/i;

/** Whether a name is written in characters that have no initials, and need no space between its parts. */
export function isUnspaced({ family, given }: Person): boolean {
  return unspacedWord.test(family + given);
}

/** `Family, Given, Suffix`: the particle is the family's; without a comma the name is in one piece. */
export function formatInverted(name: Name): string {
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  const { given, suffix } = name;
  return suffix ? `${family}, ${given}, ${suffix}` : [family, given].filter(Boolean).join(', ');
}

/** A name in the order of speech: “Johannes von Oswald”. */
export function formatFullName(name: Name): string {
  if ('literal' in name) return name.literal;
  if (isUnspaced(name)) return name.family + name.given;
  return [name.given, name.particle, name.family, name.suffix].filter(Boolean).join(' ');
}

function parseName(written: string): Name {
  // A group has no given name: “R Core Team,” as RStudio writes it.
  const whole = dropRole(dropMail(written))
    .replace(namesakeNumber, '')
    .replace(/[\s,]+$/, '')
    .replace(/^([^,]+),\s*The$/, 'The $1');
  const literal = [whole, dropMarks(whole)].find((one) => isGroup(one) || isGroupName(one));
  if (literal !== undefined) return { literal: renderTex(literal) };
  const name = dropAffiliation(dropMarks(whole));
  const named = splitNamedParts(name);
  if (named !== undefined) {
    const render = (part: string) => renderTex(named.get(part) ?? '');
    return {
      given: render('given'),
      particle: render('prefix'),
      family: render('family'),
      suffix: render('suffix'),
    };
  }
  const parts = splitParts(name).map((part) => split(part, /[\s~]/));
  const [first = [], ...others] = dropDegrees(parts);
  if (others.length === 0) {
    // Such a name begins with the family's, in whatever order its parts are entered.
    const [family = '', ...given] = first;
    const person = buildPerson(given, [], [family], []);
    return isUnspaced(person) ? person : parseWrittenOut(first);
  }
  const [second = [], third] = others;
  // In “Doe Jr., Jane”, “Jane Doe, Jr.” and “Jr., Jane Doe”, the suffix stands beside the wrong comma.
  if (third === undefined && isSuffix(first.slice(-1)))
    return first.length > 1
      ? parseInverted(first.slice(0, -1), [first.slice(-1), second])
      : { ...parseWrittenOut(second), suffix: first.join('') };
  if (third === undefined && isSuffix(second))
    return { ...parseWrittenOut(first), suffix: second.join('') };
  return parseInverted(first, others);
}

/** `von Last, First` or `von Last, Jr, First`. */
function parseInverted(first: string[], others: string[][]): Person {
  // “Doe, J., Jr.” has the parts in the order of APA.
  if (others.length === 2 && isGeneration(others[1]) && !isGeneration(others[0])) others.reverse();
  const suffix = others.length > 1 ? others.slice(0, -1).flat() : [];
  // In `Van de Velde, Jan` and `Moura de Sousa, Ana`, the comma already marks the family name.
  const family: [string[], string[]] = isParticle(first[0] ?? '')
    ? splitFamily(first)
    : [[], first];
  return buildPerson(others.at(-1) ?? [], ...family, suffix);
}

/** `First von Last`: the particle begins with the first word in small letters. */
function parseWrittenOut(words: string[]): Person {
  const suffix = words.slice(-1);
  if (words.length > 2 && isSuffix(suffix)) {
    const person = parseWrittenOut(words.slice(0, -1).map((word) => word.replace(/,$/, '')));
    return { ...person, suffix: suffix.join('') };
  }
  const particle = words.findIndex(isParticle);
  const start = particle === -1 ? words.length - 1 : particle;
  if ((start > 1 || words[start] === 'y') && isJoint(words, start))
    return buildPerson(words.slice(0, start - 1), [], words.slice(start - 1), []);
  return buildPerson(words.slice(0, start), ...splitFamily(words.slice(start)), []);
}

/**
 * `von Last`: the particle ends with the last word in small letters; the last word is the family's. Of “de la Cruz y
 * Santos”, the last three are.
 */
function splitFamily(words: string[]): [particle: string[], family: string[]] {
  const joint = words.findIndex((_, index) => isJoint(words, index));
  const end = words.slice(0, joint === -1 ? -1 : joint - 1).findLastIndex(isParticle) + 1;
  return [words.slice(0, end), words.slice(end)];
}

/** Whether a word joins the two family names around it: “Ortega y Gasset”, “Silva e Sousa”, “Gaudí i Cornet”. */
function isJoint(words: readonly string[], index: number): boolean {
  const before = words[index - 1];
  const isBetween = before !== undefined && index < words.length - 1;
  return (
    isBetween &&
    /^[yei]$/.test(words[index] ?? '') &&
    !isParticle(before) &&
    !/^\p{Lu}\.?$/u.test(before)
  );
}

function buildPerson(
  given: string[],
  particle: string[],
  family: string[],
  suffix: string[],
): Person {
  const render = (words: string[]) => renderTex(words.join(' '));
  return {
    given: render(dropTitles(given)),
    particle: render(particle),
    family: render(family),
    suffix: render(suffix),
  };
}

/** Whether a word begins with a lower-case letter. Braces hide a letter, except around an accent: `{\'{E}}va`. */
function isParticle(word: string): boolean {
  const letters = word.replace(/(?<!\\(?:[^A-Za-z]|[A-Za-z]+))\{(?!\\)[^{}]*\}/g, '');
  const letter = /\p{L}/u.exec(renderTex(letters))?.[0] ?? '';
  return letter !== letter.toUpperCase();
}
