/** A word as it stands in a text: letters and digits of every script, and the signs of C++ and C#. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;

/** Letters that Unicode does not take apart, as they are typed without them. */
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

/** The letters from α to ω, the final sigma among them, as TeX calls them. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** The words of `text`. */
export function listWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/**
 * What a word is found by: small letters without accents (“Gödel” by “godel”, “Ørsted” by “orsted”), English
 * plurals by their singular, and a Greek letter by its name, as in TeX.
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
      // “caches” does not tell whether it comes from “cache” or, as “batches”, loses two letters: both lose both.
      .replace(/(ss|x|ch|sh)es?$/, '$1')
      .replace(/([^sui]|^[cgt]pu)s$/, '$1')
  );
}
