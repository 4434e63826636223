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

/** Shorter names are not searched for alone, even capitalized: “Li” and “Al” are too common. */
const shortestName = 3;

/**
 * Matches a name in either order and with initials, spelt with umlauts or with ae, oe and ue.
 * `word` and `name` match its family name or given name alone. `cited` are the authors of the
 * bibliography.
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

/**
 * Returns the names to search for alone when a capital or a path marks them as names: given names
 * and short surnames.
 */
function listNames(person: Person): string[][] {
  const given = person.given.split(/\s+/).map((name) => splitWords(name));
  const short = listSurnames(person).filter((words) => words.join('').length < shortestWord);
  return [...given, ...short].filter((words) => words.join('').length >= shortestName);
}

/** Matches a capitalized name, or one in a path or address in any case: /~ada/, ada@, //ada. */
function buildName(words: readonly string[]): string {
  const plain = join(words);
  const start = String.raw`^${plain}(?=[./_][\p{L}\p{N}])|(?<=~|//|\.\p{L}{2,}/(?:\p{L}+/)?)${plain}(?![\p{L}\p{N}-])`;
  const within = String.raw`(?<=/)${plain}(?=/|[._][\p{L}\p{N}])|${plain}(?=@\p{L})`;
  // Within Ming-Wei it is part of another name.
  const alone = String.raw`(?<!\p{L}-)${capitalize(words)}(?!-\p{Lu})`;
  return [alone, start, within].join('|');
}

function capitalize([first = '', ...others]: readonly string[]): string {
  const [letter = ''] = first;
  const start = RegExp.escape(letter.toUpperCase() + first.slice(letter.length));
  return [start, ...others.map((word) => `(?i:${RegExp.escape(word)})`)].join(gap);
}

/**
 * Matches the name where it belongs to a cited person: beside their family name, as in “David
 * Silver” and “Silver, David”; or as their family name, beside given names or before “et al.”.
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

/** Matches a name beside one of `others`, in text or as data with keys before both. */
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

/** Matches the surnames to search for alone, with an initial on either side, as in alovelace. */
function listWords(person: Person): string[] {
  const first = RegExp.escape(fold(person.given).charAt(0));
  return listSurnames(person)
    .filter((words) => words.join('').length >= shortestWord)
    .map((words) => `${first}?${buildSurname(words)}(?:${first})?`);
}

/**
 * Returns the possible surnames in words: Lovelace and King for Lovelace-King. The whole one is
 * last; it is the one reported.
 */
function listSurnames({ given, family }: Person): string[][] {
  const [, ...later] = given.split(/\s+/).map((word) => splitWords(word));
  const words = splitWords(family);
  return [
    ...later.filter((name) => name.join('').length >= shortestWord),
    ...(words.length > 1 ? words.map((word) => [word]) : []),
    words,
  ];
}

/** Matches a surname. A long one may have a suffix, as in “lovelacelab”. */
function buildSurname(words: readonly string[]): string {
  const isLong = words.join('').length >= 6;
  return join(words) + (isLong ? '(?:s|lab|group)?' : '');
}

/** Matches a surname with the given names or initials, which leave no doubt. */
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
    // Longer ones are found alone.
    ...(words.join('').length < shortestWord
      ? [
          String.raw`${abbreviated}\s+${whole}`,
          String.raw`${surname}(?:\s*,\s*|\s+)${abbreviated}\.?`,
        ]
      : []),
  ];
}
