import { bisectRight } from 'd3-array';
import type { SourceLocation } from '../lib/located.ts';

/** The keys and indices that lead to a field. */
export type Path = readonly PropertyKey[];

/**
 * Locates a field of a file, or `words` in its value. A missing field is located at its nearest
 * parent.
 */
export type Locate = (path: Path, words?: string) => SourceLocation;

/** Returns the value at `path`, or undefined. */
export function getValue(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

const longestExcerpt = 90;
/** The most letters of a line that an excerpt reads. */
const longestLine = 1000;
/** The letters shown before the location in a long line. */
const leadIn = 30;

/** Trims `text` for a report. Of a long text, the part around index `at` is shown. */
export function formatExcerpt(text: string, at = 0): string {
  const isLong = text.length > longestLine || text.trim().length > longestExcerpt;
  const start = isLong ? Math.max(at - leadIn, 0) : 0;
  const excerpt = `${start > 0 ? '…' : ''}${text.slice(start, start + longestLine).trim()}`;
  if (excerpt === '') return '(an empty line)';
  return excerpt.length > longestExcerpt ? `${excerpt.slice(0, longestExcerpt - 1)}…` : excerpt;
}

/** Locates the character at `offset` of `text`, the whole of `file`. */
export function buildLocation(file: string, text: string, offset: number): SourceLocation {
  const starts = listLineStarts(text);
  const row = bisectRight(starts, Math.max(offset, 0)) - 1;
  const start = starts[row] ?? 0;
  const line = text.slice(start, (starts[row + 1] ?? text.length + 1) - 1);
  const indexInLine = Math.min(offset, text.length) - start;
  return { file, line: row + 1, column: indexInLine + 1, found: formatExcerpt(line, indexInLine) };
}

/** A cache: a file with many faults is split once. */
let last = { text: '', starts: [0] };

/** Returns the offset of the first character of each line. */
export function listLineStarts(text: string): readonly number[] {
  if (text !== last.text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    last = { text, starts };
  }
  // Comparing a string with itself is fast, with an equal copy slow.
  last.text = text;
  return last.starts;
}
