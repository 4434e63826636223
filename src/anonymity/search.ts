import type { Identifier } from './identity.ts';
import { bound } from './pattern.ts';
import { buildViews, findFirst, fold, type View } from './view.ts';

/** An identifier found in a text. */
export interface Hit {
  identifier: Identifier;
  offset: number;
  /** The matched words, folded. */
  match: string;
  /** The number of further matches in the text. */
  others: number;
  /** Whether only a word matched that may be an ordinary one. */
  isWord: boolean;
}

interface TextMatch {
  offset: number;
  end: number;
  words: string;
}

/** Finds the identifiers in `text`, in any form, except in the allowed phrases. */
export function findIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
  allowed: readonly string[] = [],
): Hit[] {
  const views = buildViews(text);
  const innocent = listInnocent(views, allowed);
  const certain = identifiers.map(({ sure }) => listMatches(views, sure));
  // A word within a certain match is not reported separately.
  const known = [...innocent, ...certain.flatMap((matches) => dropWithin(matches, innocent))];
  return identifiers.flatMap((identifier, index): Hit[] => {
    const surely = dropWithin(certain[index] ?? [], innocent);
    const all = [...dropWithin(listPossible(views, identifier), known), ...surely];
    const words = new Map(all.map(({ offset, words }) => [offset, words]));
    const [first] = [...words].toSorted(([a], [b]) => a - b);
    if (first === undefined) return [];
    const [offset, match] = first;
    return [{ identifier, offset, match, others: words.size - 1, isWord: surely.length === 0 }];
  });
}

/** Returns the offset of every match of an identifier in `text`, with the matched words. */
export function listPlaces(
  text: string,
  identifier: Identifier,
  allowed: readonly string[],
): Map<number, string> {
  const views = buildViews(text);
  const matches = [...listPossible(views, identifier), ...listMatches(views, identifier.sure)];
  const left = dropWithin(matches, listInnocent(views, allowed));
  return new Map(left.map(({ offset, words }) => [offset, words]));
}

/** Finds the allowed phrases. A phrase allows only matches that lie entirely within it. */
function listInnocent(views: readonly View[], allowed: readonly string[]): TextMatch[] {
  const patterns = allowed.map(normalize).map((phrase) => {
    const words = phrase.split(' ').map((word) => RegExp.escape(word));
    return bound(words.join(String.raw`\s+`), phrase);
  });
  return listMatches(views, patterns);
}

/** Finds matches that may be ordinary words, without given names that belong to cited persons. */
function listPossible(views: readonly View[], { word, name, strangers }: Identifier): TextMatch[] {
  const names = name ? listMatches(views, [name], 'cased') : [];
  const theirs = strangers && names.length > 0 ? listMatches(views, [strangers], 'cased') : [];
  const taken = new Set(theirs.map(({ offset }) => offset));
  return [
    ...(word ? listMatches(views, [word]) : []),
    ...names.filter(({ offset }) => !taken.has(offset)),
  ];
}

function listMatches(
  views: readonly View[],
  patterns: readonly RegExp[],
  form: 'text' | 'cased' = 'text',
): TextMatch[] {
  return views.flatMap((view) =>
    patterns.flatMap((pattern) =>
      Array.from(view[form].matchAll(pattern), ({ index, 0: found }) => ({
        offset: view.locate(index),
        end: view.locate(index + found.length - 1),
        words: normalize(found),
      })),
    ),
  );
}

/** Returns the matches that lie in none of `phrases`. */
function dropWithin(matches: readonly TextMatch[], phrases: readonly TextMatch[]): TextMatch[] {
  const sorted = phrases.toSorted((a, b) => a.offset - b.offset);
  // The furthest end of all phrases up to each one.
  let reach = -1;
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  return matches.filter(({ offset, end }) => {
    const count = findFirst(sorted, (phrase) => phrase.offset > offset);
    return end > (reaches[count - 1] ?? -1);
  });
}

function normalize(words: string): string {
  return fold(words).replace(/\s+/g, ' ').trim();
}
