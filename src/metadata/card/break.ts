/** Letters of languages that write no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fc\uff00-\uffef]/u;

/** Characters that begin no line, and those that end none. */
const closing =
  /^[\p{Pe}\p{Pf}!%,.:;?‥…、。々〻ゝゞ・ーヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ！％，．：；？～]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** Words of Japanese grammar, which stay with the word before them. */
const ending = /^\p{Script=Hiragana}+$/u;

/** Splits `text` after spaces. Where words have no spaces, splits it between them. */
export function splitWords(text: string, language: string): string[] {
  return split(text, /(?<= )/, language);
}

/** The same, and after a hyphen, dash or slash in a word. */
export function splitParts(text: string, language: string): string[] {
  return split(text, /(?<= )|(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u, language);
}

/** The characters of `text`, with their marks. */
export function splitCharacters(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function split(text: string, pattern: RegExp, language: string): string[] {
  const pieces = text.split(pattern);
  if (!unspaced.test(text)) return pieces;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return pieces.flatMap((piece) => {
    const words: string[] = [];
    for (const { segment } of segmenter.segment(piece)) {
      const last = words.at(-1);
      if (last === undefined || canBreak(last, segment)) words.push(segment);
      else words[words.length - 1] = last + segment;
    }
    return words;
  });
}

/** Whether a line may end between two words. */
function canBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  const [last = '', first = ''] = [Array.from(before).at(-1), Array.from(after)[0]];
  if (ending.test(after) && /[\p{L}\p{N}]/u.test(last)) return false;
  return unspaced.test(last) || unspaced.test(first);
}
