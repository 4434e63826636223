import { parseNames, type Name, type Person } from '../bibliography/names.ts';
import {
  bound,
  buildPhrase,
  gap,
  join,
  shortestWord,
  splitWords,
  type Patterns,
} from './pattern.ts';
import { fold } from './view.ts';

/** Names of fewer letters are not searched for alone even with a capital: “Li” and “Al” are signs of much else. */
const shortestName = 3;

/**
 * A name in either order, with initials, joined by whatever joins words; and what may be its family name or its
 * given name alone. As it is spelt, and with ae, oe and ue for umlauts. `cited` are others who are named.
 */
export function buildNamePatterns(name: string, cited: readonly Name[] = []): Patterns {
  const spelt = name.normalize('NFD');
  const plain = spelt
    .replace(/(?<=[aou])\u0308/gi, 'e')
    .replace(/ø/g, 'oe')
    .replace(/Ø/g, 'Oe');
  const people = parseNames([...new Set([spelt, plain])].join(' and ')).names.filter(
    (one): one is Person => 'given' in one && one.given !== '',
  );
  if (people.length === 0) return buildPhrase(fold(name).trim());
  const sure = people.flatMap((one) => listSurnames(one).flatMap((words) => listForms(one, words)));
  const words = people.flatMap(listWords);
  const names = people.flatMap(listNames);
  const isPerson = (one: Name): one is Person => 'given' in one && one.family !== '';
  const strangers = names.flatMap((words) => listStrangers(words, cited.filter(isPerson)));
  return {
    sure: sure.map((source) => bound(source)),
    ...(words.length > 0 && { word: bound(words.join('|')) }),
    ...(names.length > 0 && { name: bound(names.map(buildName).join('|')) }),
    ...(strangers.length > 0 && { strangers: bound(strangers.join('|')) }),
  };
}

/** The names that are searched for alone where a capital or a path tells them from words: given, or short. */
function listNames(person: Person): string[][] {
  const given = person.given.split(/\s+/).map((name) => splitWords(name));
  const short = listSurnames(person).filter((words) => words.join('').length < shortestWord);
  return [...given, ...short].filter((words) => words.join('').length >= shortestName);
}

/** A name with a capital; or without, where it is part of a path or an address: /~ada/, ada@, //ada. */
function buildName(words: readonly string[]): string {
  const plain = join(words);
  const start = String.raw`^${plain}(?=[./_][\p{L}\p{N}])|(?<=~|//|\.\p{L}{2,}/(?:\p{L}+/)?)${plain}(?![\p{L}\p{N}-])`;
  const within = String.raw`(?<=/)${plain}(?=/|[._][\p{L}\p{N}])|${plain}(?=@\p{L})`;
  // In Ming-Wei it is part of another name.
  const alone = String.raw`(?<!\p{L}-)${capitalize(words)}(?!-\p{Lu})`;
  return [alone, start, within].join('|');
}

function capitalize([first = '', ...others]: readonly string[]): string {
  const [letter = ''] = first;
  const start = RegExp.escape(letter.toUpperCase() + first.slice(letter.length));
  return [start, ...others.map((word) => `(?i:${RegExp.escape(word)})`)].join(gap);
}

/**
 * The name of these words where it is that of somebody who is cited: their given name beside their family name, as
 * in “David Silver” and “Silver, David”; or their family name beside given names, or before “et al.”.
 */
function listStrangers(words: readonly string[], cited: readonly Person[]): string[] {
  const name = words.join('');
  const families = cited
    .filter(({ given }) => given.split(/\s+/).some((one) => splitWords(one).join('') === name))
    .map(({ family }) => join(splitWords(family)));
  const givens = cited
    .filter(({ family, given }) => splitWords(family).join('') === name && given !== '')
    .flatMap(({ given }) => {
      const [first = ''] = splitWords(given);
      return [RegExp.escape(first), `${RegExp.escape(first.charAt(0))}(?=[.,"]|$)`];
    });
  const own = capitalize(words);
  return [
    ...buildPairs(own, families, 'given', 'family'),
    ...buildPairs(own, givens, 'family', 'given'),
    ...(givens.length > 0 ? [String.raw`${own}(?=\s+(?:et\s+al\b|&|and\s+\p{Lu}))`] : []),
  ];
}

/** A name beside one of `others`, in text or as data, where keys stand before the two. */
function buildPairs(name: string, others: readonly string[], key: string, otherKey: string) {
  if (others.length === 0) return [];
  const particle = String.raw`(?:(?:v[aou][mn]|d[aeiou][lnrs]?|l[ae]|te[nr]|zur?)\s+)`;
  const other = String.raw`(?<!\p{L})${particle}*(?i:${[...new Set(others)].join('|')})(?!\p{L})`;
  const join = (key: string) =>
    String.raw`[^\p{L}]{1,24}(?:(?i:${key}(?:[-_ ]?names?)?)[^\p{L}]{1,9})?`;
  const initials = String.raw`(?:\p{L}\.[^\p{L}]{0,2})*`;
  const between = String.raw`(?:[\s.-]+\p{Lu}[\p{L}.'-]*){0,2}`;
  return [
    String.raw`(?<=${other}${between}${join(key)}${initials})${name}`,
    String.raw`${name}(?=${between}${join(otherKey)}${other})`,
  ];
}

/** The surnames that are searched for alone, with an initial on either side or not, as in alovelace. */
function listWords(person: Person): string[] {
  const first = RegExp.escape(fold(person.given).charAt(0));
  return listSurnames(person)
    .filter((words) => words.join('').length >= shortestWord)
    .map((words) => `${first}?${buildSurname(words)}(?:${first})?`);
}

/** What may be a surname, in words, as Lovelace and King of Lovelace-King; last the whole, which is reported. */
function listSurnames({ given, family }: Person): string[][] {
  const [, ...later] = given.split(/\s+/).map((word) => splitWords(word));
  const words = splitWords(family);
  return [
    ...later.filter((name) => name.join('').length >= shortestWord),
    ...(words.length > 1 ? words.map((word) => [word]) : []),
    words,
  ];
}

/** A surname, and where it is long enough not to be part of another word, what is named after it. */
function buildSurname(words: readonly string[]): string {
  const isLong = words.join('').length >= 6;
  return join(words) + (isLong ? '(?:s|lab|group)?' : '');
}

/** Whom a surname is sure to name: with the given names, or with initials. */
function listForms({ given, particle }: Person, words: readonly string[]): string[] {
  const names = splitWords(given);
  const [call = ''] = names;
  const [first = '', ...initials] = names.map(([letter = '']) => RegExp.escape(letter));
  const surname = buildSurname(words);
  const whole = particle ? `(?:${join(splitWords(particle))}${gap})?${surname}` : surname;
  const more = String.raw`(?:\p{L}\.[\s-]*)*`;
  const abbreviated = `${first}(?:${initials.map((letter) => String.raw`[.\s-]*${letter}`).join('')})?`;
  return [
    ...(call.length > 1
      ? [
          String.raw`${RegExp.escape(call)}${gap}(?:\p{L}${gap})?${whole}`,
          `${join(names)}${gap}${whole}`,
          `${surname}${gap}${RegExp.escape(call)}`,
        ]
      : []),
    String.raw`${first}\.[\s-]*${more}${whole}`,
    String.raw`${surname}\s*,\s*${first}\.`,
    // A longer one is found alone.
    ...(words.join('').length < shortestWord
      ? [
          String.raw`${abbreviated}\s+${whole}`,
          String.raw`${surname}(?:\s*,\s*|\s+)${abbreviated}\.?`,
        ]
      : []),
  ];
}
