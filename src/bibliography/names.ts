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
  const parts = splitNames(value);
  const andOthers = /^\{?others\}?,?$/i.test(parts.at(-1) ?? '');
  return { names: (andOthers ? parts.slice(0, -1) : parts).map(parseName), andOthers };
}

/** `Family, Given, Suffix`: the particle is the family's; without a comma the name is in one piece. */
export function formatInverted(name: Name): string {
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  const { given, suffix } = name;
  return suffix ? `${family}, ${given}, ${suffix}` : [family, given].filter(Boolean).join(', ');
}

/** Splits a field into names as written, with single spaces. “others” counts as a name. */
export function splitNames(value: string): string[] {
  const names: string[][] = [[]];
  for (const word of split(value, /\s/)) {
    if (word.toLowerCase() === 'and') names.push([]);
    else names.at(-1)?.push(word);
  }
  return names.map((words) => words.join(' ')).filter(Boolean);
}

/** The parts of one name between its commas. */
export function splitParts(name: string): string[] {
  return split(name, /,/);
}

/** The parts of a name in the extended form of biblatex, `family=Doe, given=Jane, prefix=van`, by their names. */
export function splitNamedParts(name: string): ReadonlyMap<string, string> | undefined {
  const pairs = splitParts(name).map((part) => /^([a-z-]+)\s*=\s*(.*)$/s.exec(part));
  const parts = new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])));
  return parts.has('family') && !pairs.includes(null) ? parts : undefined;
}

/** A name in the order of speech: “Johannes von Oswald”. */
export function formatFullName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.particle, name.family, name.suffix].filter(Boolean).join(' ');
}

function parseName(name: string): Name {
  if (isGroup(name)) return { literal: renderTex(name) };
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
  const [first = [], ...others] = splitParts(name).map((part) => split(part, /[\s~]/));
  if (others.length === 0) return parseWrittenOut(first);
  const suffix = others.length > 1 ? others.slice(0, -1).flat() : [];
  // In `Van de Velde, Jan` and `Moura de Sousa, Ana`, the comma already marks the family name.
  const family: [string[], string[]] = isParticle(first[0] ?? '')
    ? splitFamily(first)
    : [[], first];
  return buildPerson(others.at(-1) ?? [], ...family, suffix);
}

/** `First von Last`: the particle begins with the first word in small letters. */
function parseWrittenOut(words: string[]): Person {
  const particle = words.findIndex(isParticle);
  const start = particle === -1 ? words.length - 1 : particle;
  return buildPerson(words.slice(0, start), ...splitFamily(words.slice(start)), []);
}

/** `von Last`: the particle ends with the last word in small letters; the last word is the family's. */
function splitFamily(words: string[]): [particle: string[], family: string[]] {
  const end = words.slice(0, -1).findLastIndex(isParticle) + 1;
  return [words.slice(0, end), words.slice(end)];
}

function buildPerson(
  given: string[],
  particle: string[],
  family: string[],
  suffix: string[],
): Person {
  const render = (words: string[]) => renderTex(words.join(' '));
  return {
    given: render(given),
    particle: render(particle),
    family: render(family),
    suffix: render(suffix),
  };
}

/** Whether one pair of braces encloses the whole name. */
function isGroup(name: string): boolean {
  if (!name.startsWith('{')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '{') depth++;
    if (name[at] === '}' && --depth === 0) return at === name.length - 1;
  }
  return false;
}

/** Whether a word begins with a lower-case letter. Braces hide a letter, except around an accent: `{\'{E}}va`. */
function isParticle(word: string): boolean {
  const letters = word.replace(/(?<!\\(?:[^A-Za-z]|[A-Za-z]+))\{(?!\\)[^{}]*\}/g, '');
  const letter = /\p{L}/u.exec(renderTex(letters))?.[0] ?? '';
  return letter !== letter.toUpperCase();
}

/**
 * Splits at the characters that `separator` matches outside braces, and drops empty pieces. A command with its
 * following spaces stays together: `Fran\c cois` is one word. `Bla\ss and` is two words, because BibTeX looks for “and”
 * before it looks for commands.
 */
function split(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\')
      at +=
        (/^\\(?:[A-Za-z]+(?:\s+(?!and\s))?|.)/is.exec(text.slice(at, at + 40))?.[0].length ?? 1) -
        1;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && separator.test(character)) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}
