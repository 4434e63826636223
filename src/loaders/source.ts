import type { Fault } from '../lib/fault.ts';

/** Where something stands in a file: line and column from 1, and the text of that line. */
export type Place = Pick<Fault, 'file' | 'line' | 'column' | 'found'>;

/** A key or index for each level on the way to a field. */
export type Path = readonly PropertyKey[];

/** Finds a field of a file; a field that is not there is found at its nearest enclosing one. */
export type Locate = (path: Path) => Place;

const longestExcerpt = 90;

/** The line at `line` of `text` as a report shows it: trimmed, and cut where it is long. */
export function formatExcerpt(text: string, line: number): string {
  const excerpt = text.split('\n')[line - 1]?.trim() ?? '';
  if (excerpt === '') return '(an empty line)';
  return excerpt.length > longestExcerpt ? `${excerpt.slice(0, longestExcerpt - 1)}…` : excerpt;
}
