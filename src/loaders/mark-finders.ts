/** Start and end index in a text. */
export type Span = readonly [index: number, end: number];

/** Finds spans from left to right, in linear time. */
export type Finder = (text: string) => Iterable<Span>;

interface PairOptions {
  open: RegExp;
  /**
   * Builds the pattern of the end for an opening sign. It is searched for `least` letters after
   * the sign.
   */
  close: (sign: string) => RegExp;
  least?: number;
  /** Whether a span from the sign to its counterpart counts. */
  isWhole?: (words: string) => boolean;
  /** Whether both signs must be on one line. */
  isInLine?: boolean;
  /** Whether a sign without a counterpart counts. */
  isAlone?: boolean;
}

/** Builds a finder from a pattern without backtracking. */
export function findPattern(pattern: RegExp): Finder {
  return (text) => Array.from(text.matchAll(pattern), (match) => toSpan(match));
}

/**
 * Builds a finder for pairs of signs and the text between them, with the nearest end for each
 * beginning. A pattern with `.*?` would search from each sign to the end of the text.
 */
export function findPairs(pair: PairOptions): Finder {
  const { open, close, least = 0, isWhole = () => true, isInLine = false, isAlone = false } = pair;
  return (text) => {
    const spans: Span[] = [];
    const seeks = new Map<string, Seek>();
    const seekLineEnd = createSeek(text, /\n/g);
    let done = 0;
    for (const match of text.matchAll(open)) {
      const [sign] = match;
      const start = match.index;
      if (start < done) continue;
      const after = start + sign.length;
      const seek = seeks.get(sign) ?? createSeek(text, close(sign));
      seeks.set(sign, seek);
      const [, end] = seek(after + least);
      const isNear = end < Infinity && !(isInLine && seekLineEnd(after)[0] < end);
      if (isNear && isWhole(text.slice(start, end))) spans.push([start, end]);
      else if (isAlone) spans.push([start, after]);
      // A later sign with the same end is part of a span that does not count.
      done = isNear ? end : isAlone ? after : done;
    }
    return spans;
  };
}

/** Combines finders. Of overlapping spans, the first counts. */
export function findAny(...finders: readonly Finder[]): Finder {
  return (text) => {
    const spans = finders.flatMap((find) => [...find(text)]).toSorted(([a], [b]) => a - b);
    let done = 0;
    return spans.filter(([start, end]) => {
      if (start < done) return false;
      done = end;
      return true;
    });
  };
}

type Seek = (from: number) => Span;

/** Finds the next match from an index on. Indexes must not decrease. */
function createSeek(text: string, pattern: RegExp): Seek {
  let found: Span = [-1, -1];
  return (from) => {
    if (found[0] < from) {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      found = match === null ? [Infinity, Infinity] : toSpan(match);
    }
    return found;
  };
}

function toSpan({ index, 0: words }: RegExpExecArray): Span {
  return [index, index + words.length];
}
