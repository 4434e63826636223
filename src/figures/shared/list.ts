/** Joins words for a sentence: “a, b and c”. */
export function joinWords(words: readonly string[]): string {
  return words.join(', ').replace(/, (?=[^,]+$)/, ' and ');
}
