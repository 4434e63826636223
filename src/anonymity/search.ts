import type { Identifier } from './identity.ts';
import { bound } from './pattern.ts';
import { buildViews, findFirst, fold, type View } from './view.ts';

/** An identifier in a text: where it stands first, and how often it is there. */
export interface Hit {
  identifier: Identifier;
  offset: number;
  /** The words that stand there, without case and accents. */
  match: string;
  /** How many other places of the text hold it. */
  others: number;
  /** Whether no more was found than a word that may be an ordinary one. */
  isWord: boolean;
}

interface Match {
  offset: number;
  end: number;
  words: string;
}

/** The identifiers that `text` holds in any form, except for the words that are allowed as they stand. */
export function findIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
  allowed: readonly string[] = [],
): Hit[] {
  const views = buildViews(text);
  const innocent = listInnocent(views, allowed);
  const certain = identifiers.map(({ sure }) => listMatches(views, sure));
  // A word in something that is reported need not be reported by itself.
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

/** Every place where `text` holds an identifier, and the words that stand there. */
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

/** Where the allowed words stand. A longer phrase allows what is in it, and nothing that goes beyond it. */
function listInnocent(views: readonly View[], allowed: readonly string[]): Match[] {
  const patterns = allowed.map(normalize).map((phrase) => {
    const words = phrase.split(' ').map((word) => RegExp.escape(word));
    return bound(words.join(String.raw`\s+`), phrase);
  });
  return listMatches(views, patterns);
}

/** The matches that may be ordinary words, without given names in the whole names of others. */
function listPossible(views: readonly View[], { word, name, strangers }: Identifier): Match[] {
  const names = name ? listMatches(views, [name], 'cased') : [];
  const theirs = strangers && names.length > 0 ? listMatches(views, [strangers], 'cased') : [];
  const taken = new Set(theirs.map(({ offset }) => offset));
  return [
    ...(word ? listMatches(views, [word]) : []),
    ...names.filter(({ offset }) => !taken.has(offset)),
  ];
}

/** All that the patterns match in any view of a text. */
function listMatches(
  views: readonly View[],
  patterns: readonly RegExp[],
  form: 'text' | 'cased' = 'text',
): Match[] {
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

/** The matches that are in none of `phrases`. */
function dropWithin(matches: readonly Match[], phrases: readonly Match[]): Match[] {
  const sorted = phrases.toSorted((a, b) => a.offset - b.offset);
  // How far the phrases reach that begin no later than each.
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
