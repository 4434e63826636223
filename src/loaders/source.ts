import { bisectRight } from 'd3-array';
import type { Place } from '../lib/located.ts';

/** A key or index for each level on the way to a field. */
export type Path = readonly PropertyKey[];

/**
 * Finds a field of a file, or `words` in what it holds; a field that is not there is found at its
 * nearest enclosing one.
 */
export type Locate = (path: Path, words?: string) => Place;

/** What stands at `path` of plain data; nothing where `data` does not reach that far. */
export function getValue(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

const longestExcerpt = 90;
/** Of a longer line, no more is read for an excerpt. */
const longestLine = 1000;
/** How much of a long line is shown before the place that is meant. */
const leadIn = 30;

/** `text` as a report shows it: trimmed, and where it is long the part around the index `at`. */
export function formatExcerpt(text: string, at = 0): string {
  const isLong = text.length > longestLine || text.trim().length > longestExcerpt;
  const start = isLong ? Math.max(at - leadIn, 0) : 0;
  const excerpt = `${start > 0 ? '…' : ''}${text.slice(start, start + longestLine).trim()}`;
  if (excerpt === '') return '(an empty line)';
  return excerpt.length > longestExcerpt ? `${excerpt.slice(0, longestExcerpt - 1)}…` : excerpt;
}

/** The place of the character at `offset` of `text`, which is the whole of `file`. */
export function buildPlace(file: string, text: string, offset: number): Place {
  const starts = listLineStarts(text);
  const row = bisectRight(starts, Math.max(offset, 0)) - 1;
  const start = starts[row] ?? 0;
  const line = text.slice(start, (starts[row + 1] ?? text.length + 1) - 1);
  const indexInLine = Math.min(offset, text.length) - start;
  return { file, line: row + 1, column: indexInLine + 1, found: formatExcerpt(line, indexInLine) };
}

/** The text that was asked about last, and where its lines begin: a file with many faults is read once. */
let last = { text: '', starts: [0] };

/** The offset of the first character of each line. */
export function listLineStarts(text: string): readonly number[] {
  if (text !== last.text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    last = { text, starts };
  }
  // A copy of a text is compared with it letter by letter, each time anew; a text with itself is not.
  last.text = text;
  return last.starts;
}
