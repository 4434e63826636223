import { namesPart } from '../lib/label.ts';

/** A citation of one work, with optional words before it and a locator after it. */
export interface Citation {
  key: string;
  /** As the author wrote it: `see`, `but compare`. */
  prefix?: string;
  /** As the author wrote it: `§3.2`, `p. 7`. */
  locator?: string;
}

/** A piece of prose: text, works in brackets, or a work named in the sentence; `at` counts from 0. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'group'; citations: Citation[]; text: string; at: number }
  | { kind: 'named'; key: string; text: string; at: number };

/** Most keys are in letters of these scripts. Some others write a word, a prefix or an ending right beside a key. */
const usual = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;

/** Where the letters of such a script end and those of another begin, as in `@fig-loss和`. */
const otherScript = String.raw`(?<=[${usual}\p{N}]\p{M}{0,3})(?![${usual}])(?=\p{L})`;
const keyEnd = new RegExp(otherScript, 'gu');
const sameScript = String.raw`(?!${otherScript})`;

/**
 * A key in a sentence ends with no sign of it. It begins with a letter, or with the year of a bibcode of ADS, as in
 * `2020ApJ...890...12D`: other digits after an @ are an amount. `stay` is a condition for each letter.
 */
const buildKey = (stay: string) =>
  String.raw`(?:\p{L}|\d{4}(?=[\p{L}&][\p{L}\p{N}&.…]{9}))\p{M}*(?:(?:${stay}[\p{L}\p{M}\p{N}_:.…+/&]|-(?!-))*${stay}[\p{L}\p{N}]\p{M}*)?`;

/** The id of a figure or a year tells such a key from an address and an amount, as in 召回率@k. */
const sureKey = String.raw`(?=(?:eq|fig|tbl)[-:]|(?:${sameScript}[\p{L}\p{M}\p{N}_:-])*?(?:1[89]|20)\d\d(?!\d|\.\p{L}))${buildKey(sameScript)}`;

/** Other keys can have letters of any script. Only that of a section or an entry stands right beside a letter. */
const bareKey = String.raw`${sureKey}|(?:(?=(?:sec|entry)-)|(?<![\p{L}\p{M}\p{N}]@))${buildKey('')}`;

/** In brackets, a key can have every sign that BibTeX allows in it. */
export const keyPattern = String.raw`[\p{L}\p{N}_]\p{M}*(?:[\p{L}\p{M}\p{N}_:.…+/&*'’!?()–-]*[\p{L}\p{N})*+]\p{M}*)?`;

/** A work in brackets. The minus of Pandoc leaves out the author, whom a number does not name. */
const work = String.raw`\s*(?:[^\s;\[\]@][^;\[\]@]*\s)?-?@(?:${keyPattern}|\{${keyPattern}\})(?:,[^;\[\]@]+|\s[^;\[\]@]*)?`;

const group = String.raw`\[(${work}(?:;${work})*)\]`;

/** Not within a word, as the @ of an address or of NDCG@10 is, and not after a backslash. */
export const beforeKey = String.raw`(?<![${usual}\p{Script=Inherited}\p{N}_@.…\\/])`;

const named = String.raw`${beforeKey}@(?:(${bareKey})|\{(${keyPattern})\})`;

/** A work that is named by a key in braces. */
export const bracedKey = new RegExp(String.raw`${beforeKey}@\{${keyPattern}\}`, 'gu');

const pattern = new RegExp(`${group}|${named}`, 'gu');

/** The parts of a citation in brackets: `see @a, §3.2`. */
const parts = new RegExp(
  String.raw`^(.*?)-?@(?:(${keyPattern})|\{(${keyPattern})\})\s*,?(.*)$`,
  'su',
);

/**
 * Prose in its pieces, in order, with nothing lost: the texts of all pieces make up `prose`.
 * `[@a]`, `[@a; @b]` and `[see @a, §3.2]` are groups; `@a` names a work within the sentence.
 */
export function parseCitations(prose: string): Piece[] {
  if (!prose.includes('@')) return prose === '' ? [] : [{ kind: 'text', text: prose }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of listMatches(prose)) {
    const { 0: text, 1: grouped, 2: bare, 3: braced = '', index: at } = match;
    if (at > end) pieces.push({ kind: 'text', text: prose.slice(end, at) });
    pieces.push(
      grouped === undefined
        ? { kind: 'named', key: straighten(bare ?? braced), text, at }
        : { kind: 'group', citations: grouped.split(';').map(parseCitation), text, at },
    );
    end = at + text.length;
  }
  if (end < prose.length) pieces.push({ kind: 'text', text: prose.slice(end) });
  return pieces;
}

/** Lists groups and named works. Words in brackets with a figure, as in `[see @fig-loss]`, are ordinary brackets. */
function* listMatches(prose: string): Generator<RegExpExecArray> {
  const search = new RegExp(pattern);
  for (let match = search.exec(prose); match !== null; match = search.exec(prose)) {
    const { 1: grouped, index } = match;
    const isOrdinary = grouped
      ?.split(';')
      .map(parseCitation)
      .some(({ key, prefix }) => prefix !== undefined && namesPart(key));
    if (isOrdinary) search.lastIndex = index + 1;
    else yield match;
  }
}

/** Removes the citations of a heading for its label and lists. */
export function removeCitations(prose: string): string {
  return parseCitations(prose)
    .map(({ kind, text }) => (kind === 'group' ? '' : text))
    .join('')
    .trim();
}

/** The citations of a piece, in order. */
export function listCitations(piece: Piece): Citation[] {
  if (piece.kind === 'text') return [];
  return piece.kind === 'named' ? [{ key: piece.key }] : piece.citations;
}

/** `see @a, §3.2`, with spaces around it. */
function parseCitation(text: string): Citation {
  const [, before = '', name, braced = '', after = ''] = parts.exec(text.trim()) ?? [];
  const [prefix, locator] = [before.trim(), after.trim()];
  return {
    key: straighten(name ?? braced),
    ...(prefix !== '' && { prefix }),
    ...(locator !== '' && { locator }),
  };
}

/** Undoes the typography of prose in a key. Accents may be signs of their own, as macOS writes them. */
function straighten(name: string): string {
  return name.normalize('NFC').replaceAll('’', "'").replaceAll('…', '...').replaceAll('–', '--');
}

/** Returns an unknown key with one of `keys` in braces if letters of a sentence follow that: `@{doe}的` for “doe的”. */
export function splitKey(unknown: string, keys: readonly string[]): string | undefined {
  const ends = Array.from(unknown.matchAll(keyEnd), ({ index }) => unknown.slice(0, index));
  const key = ends.findLast((end) => keys.includes(end));
  return key === undefined ? undefined : `@{${key}}${unknown.slice(key.length)}`;
}
