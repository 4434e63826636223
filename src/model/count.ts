import type { Words } from '../words/words.ts';

/** Formats a count at the beginning of a heading: in words as far as the language has them here, in digits above. */
export function formatCount(count: number, { numbers }: Words): string {
  return numbers[count] ?? String(count);
}
