/** A word in a text: letters and digits of every script, with the signs of C++ and C#. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;

/** Letters that Unicode does not decompose, with their plain spelling. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** The letters from α to ω, including the final sigma, by their TeX names. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

export function listWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/**
 * Normalizes a word for search: lower case without accents (“Gödel” as “godel”, “Ørsted” as
 * “orsted”), English plurals as singulars, and Greek letters by their TeX names.
 */
export function toTerm(word: string): string {
  const folded = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}+/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => plainLetters[letter] ?? letter);
  if (/^[α-ω]$/.test(folded)) return greek[folded.charCodeAt(0) - 0x3b1] ?? folded;
  return folded.length < 4 ? folded : removePlural(folded);
}

function removePlural(word: string): string {
  return (
    word
      .replace(/([^ae])ies$/, '$1y')
      .replace(/(y|the)ses$/, '$1sis')
      // “caches” may come from “cache”, or lose two letters like “batches”: both lose two.
      .replace(/(ss|x|ch|sh)es?$/, '$1')
      .replace(/([^sui]|^[cgt]pu)s$/, '$1')
  );
}
