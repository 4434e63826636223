const words = 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** Formats a count at the beginning of a heading: in words up to twelve, in digits above. */
export function formatCount(count: number): string {
  return words[count] ?? String(count);
}
