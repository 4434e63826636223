import type { Identifier } from './identity.ts';
import { buildViews, fold, type View } from './view.ts';

/** An identifier in a text: where it stands first, and how often it is there. */
export interface Hit {
  identifier: Identifier;
  offset: number;
  /** What stands there, without case and accents. */
  match: string;
  /** How many other places of the text hold it. */
  others: number;
  /** Whether no more was found than a word that may be an ordinary one. */
  isWord: boolean;
}

/** The identifiers that `text` holds in any form, except for the words that are allowed as they stand. */
export function findIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
  allowed: readonly string[] = [],
): Hit[] {
  const views = buildViews(text);
  const innocent = new Set(allowed.map(normalize));
  return identifiers.flatMap((identifier): Hit[] => {
    const { sure, word } = identifier;
    const surely = listMatches(views, sure, innocent);
    const all = new Map([...(word ? listMatches(views, [word], innocent) : []), ...surely]);
    const [first] = [...all].toSorted(([a], [b]) => a - b);
    if (first === undefined) return [];
    const [offset, match] = first;
    return [{ identifier, offset, match, others: all.size - 1, isWord: surely.size === 0 }];
  });
}

/** Every place where `text` holds an identifier, and what stands there. */
export function listPlaces(
  text: string,
  { sure, word }: Identifier,
  allowed: readonly string[],
): Map<number, string> {
  const patterns = [...(word ? [word] : []), ...sure];
  return listMatches(buildViews(text), patterns, new Set(allowed.map(normalize)));
}

/** What the patterns match in any view of a text, by its offset in the text itself. */
function listMatches(
  views: readonly View[],
  patterns: readonly RegExp[],
  innocent: ReadonlySet<string>,
): Map<number, string> {
  const matches = views.flatMap(({ text, offsets }) =>
    patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ index, 0: match }) => {
        return [offsets[index] ?? 0, normalize(match)] as const;
      }),
    ),
  );
  return new Map(matches.filter(([, match]) => !innocent.has(match)));
}

function normalize(words: string): string {
  return fold(words).replace(/\s+/g, ' ').trim();
}
