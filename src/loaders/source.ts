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
/** How much of a long line is shown before the place that is meant. */
const leadIn = 30;

/** `text` as a report shows it: trimmed, and where it is long the part around the index `at`. */
export function formatExcerpt(text: string, at = 0): string {
  const start = text.trim().length > longestExcerpt ? Math.max(at - leadIn, 0) : 0;
  const excerpt = `${start > 0 ? '…' : ''}${text.slice(start).trim()}`;
  if (excerpt === '') return '(an empty line)';
  return excerpt.length > longestExcerpt ? `${excerpt.slice(0, longestExcerpt - 1)}…` : excerpt;
}

/** The place of the character at `offset` of `text`, which is the whole of `file`. */
export function buildPlace(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  const indexInLine = before.at(-1)?.length ?? 0;
  const line = text.split('\n')[before.length - 1] ?? '';
  return {
    file,
    line: before.length,
    column: indexInLine + 1,
    found: formatExcerpt(line, indexInLine),
  };
}
