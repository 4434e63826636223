const words = 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** A count as it opens a heading: a word up to twelve, digits beyond. */
export function formatCount(count: number): string {
  return words[count] ?? String(count);
}
