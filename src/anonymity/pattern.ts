import { domainToUnicode } from 'node:url';
import { parseNames, type Person } from '../bibliography/names.ts';
import { decodePercents, fold } from './view.ts';

/** What a string looks like where it identifies the author; for texts that are folded. */
export interface Patterns {
  /** Sure signs, as the whole name. */
  sure: RegExp[];
  /** A word that may be a sign or an ordinary word, as the family name alone. */
  word?: RegExp;
}

/** Family names and accounts of fewer letters are not searched for alone: “Li” is in every page. */
const shortestWord = 4;

const gap = String.raw`\s*[^\p{L}\p{N}\s<>"/=]{0,2}\s*`;

/** Scripts that put no blanks between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/**
 * A name in either order, with initials, joined by whatever joins words; and what may be its family name alone.
 * As it is spelt, and with ae, oe and ue for umlauts.
 */
export function buildNamePatterns(name: string): Patterns {
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
  return {
    sure: sure.map((source) => bound(source)),
    ...(words.length > 0 && { word: bound(words.join('|')) }),
  };
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

/** Between a host and an account: linkedin.com/in/ada. */
const folders = '(?:in|u|users?|orgs|repos|datasets|spaces)';

/** An account, where an address names it; and alone. */
export function buildAccountPatterns(account: string): Patterns {
  const name = RegExp.escape(fold(account));
  return {
    sure: [
      String.raw`\.[a-z]{2,}[/:](?:${folders}/)?[~@]?${name}(?![\p{L}\p{N}-])`,
      String.raw`(?<![\p{L}\p{N}-])${name}\.(?:git(?:hub|lab)|codeberg|pages|netlify|vercel|bsky)\b`,
      String.raw`(?<![\p{L}\p{N}])@${name}(?![\p{L}\p{N}-])`,
    ].map((source) => new RegExp(source, 'gu')),
    ...(account.length >= shortestWord && { word: bound(name) }),
  };
}

/** An ORCID iD, whatever parts its groups. */
export function buildOrcidPatterns(orcid: string): Patterns {
  const groups = fold(orcid).split('-');
  return { sure: [bound(groups.join(String.raw`[\s-]*`), orcid)] };
}

/** An email address, its @ and dots spelt out or not. */
export function buildEmailPatterns(email: string): Patterns {
  const [name = '', host = ''] = fold(email).split('@');
  const spell = (sign: string, word: string) =>
    String.raw`(?:\s*${sign}\s*|\s*[\[({<]\s*${word}\s*[\])}>]\s*|\s+${word}\s+)`;
  const hosts = host
    .split('.')
    .map((word) => RegExp.escape(word))
    .join(spell(String.raw`\.`, 'dot'));
  return { sure: [bound(RegExp.escape(name) + spell('@', 'at') + hosts)] };
}

/** An address without its protocol: host, path, and what is asked for there. */
export function buildAddressPatterns(address: string): Patterns {
  const { protocol, hostname, pathname, search } = new URL(address);
  if (protocol === 'mailto:') return buildEmailPatterns(decodePercents(pathname));
  const path = decodePercents(pathname + search).replace(/\/$/, '');
  const hosts = new Set([hostname, domainToUnicode(hostname)].map((host) => fold(host)));
  return {
    sure: [...hosts].map((host) => {
      const text = host.replace(/^www\./, '') + fold(path);
      return bound(RegExp.escape(text), text);
    }),
  };
}

/** An arXiv id in an address of arXiv, or in the DOI that arXiv gives. */
const arxivId = /\barxiv(?:\.org\/\w+\/|\.)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?!\d)/i;

const doi = /\/(10\.\d{4,9}(?:\.\d+)*\/[^?#]+?)(?:\.pdf|\/)?(?:[?#]|$)/;

/** The arXiv id and the DOI that an address holds, whatever they stand in. */
export function buildWorkPatterns(address: string): Patterns {
  const ids = [arxivId, doi].flatMap((id) => id.exec(decodePercents(address))?.[1] ?? []);
  return { sure: ids.flatMap((id) => buildPhrase(id).sure) };
}

/** The host of an address that is nobody else's. */
export function buildHostPatterns(address: string): Patterns {
  return buildAddressPatterns(new URL(address).origin);
}

/** A repository with its owner; one that is named alone is under the account of the author. */
export function buildRepositoryPatterns(repository: string): Patterns {
  if (URL.canParse(repository)) return buildAddressPatterns(repository);
  return repository.includes('/') ? buildPhrase(repository) : { sure: [] };
}

/** The owner of a repository. */
export function buildOwnerPatterns(repository: string): Patterns {
  const path = URL.parse(repository)?.pathname.slice(1) ?? repository;
  return path.includes('/') ? buildAccountPatterns(path.split('/')[0] ?? '') : { sure: [] };
}

/** Words as they stand. */
export function buildPhrase(text: string): Patterns {
  return { sure: [bound(join(splitWords(text, /\s+/)), text)] };
}

/** What may be an address or words. */
export function buildTextPatterns(text: string): Patterns {
  return URL.canParse(text) ? buildAddressPatterns(text) : buildPhrase(text);
}

function join(words: readonly string[]): string {
  return words.map((word) => RegExp.escape(word)).join(gap);
}

function splitWords(text: string, separator = /[\s.-]+/): string[] {
  return fold(text).split(separator).filter(Boolean);
}

/**
 * `source` as a word of its own, which letters on either side would make another, but not digits, as in
 * lovelace2024; digits beside those of a number make another number.
 */
function bound(source: string, text = ''): RegExp {
  if (unspaced.test(source)) return new RegExp(source, 'gu');
  const start = /^\d/.test(text) ? '(?<!\\d)' : '(?<!\\p{L})';
  const end = /\d$/.test(text) ? '(?!\\d)' : '(?!\\p{L})';
  return new RegExp(`${start}(?:${source})${end}`, 'gu');
}
