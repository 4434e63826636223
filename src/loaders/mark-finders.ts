/** Where something stands in a text: its first index, and the one after its last. */
export type Span = readonly [index: number, end: number];

/** Finds what it is made for in a text, from left to right, in time that grows with the text alone. */
export type Finder = (text: string) => Iterable<Span>;

interface Pair {
  open: RegExp;
  /** The end of what begins with a sign; it is looked for from `least` letters after the sign. */
  close: (sign: string) => RegExp;
  least?: number;
  /** Whether what stands from the sign up to the end of its other half counts. */
  isWhole?: (words: string) => boolean;
  /** Whether both halves stand in one line. */
  isInLine?: boolean;
  /** Whether the sign counts where it has no other half. */
  isAlone?: boolean;
}

/** Finds a pattern that no text makes go back and forth. */
export function findPattern(pattern: RegExp): Finder {
  return (text) => Array.from(text.matchAll(pattern), (match) => toSpan(match));
}

/**
 * Finds two signs and all between them, the nearest end for each beginning. A pattern with `.*?` would look
 * for the end of each sign to the end of the text.
 */
export function findPairs(pair: Pair): Finder {
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
      // What begins later and ends at the same place is a part of what does not count.
      done = isNear ? end : isAlone ? after : done;
    }
    return spans;
  };
}

/** Finds what any of `finders` finds; of two that overlap, the one that begins first. */
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

/** Seeks the next match of a pattern from an index on, each not before the last. */
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
