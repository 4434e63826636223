/** The size of a title on its own page. A long one would fill the first screen of a phone. `most` letters are large. */
export function sizeTitle(title: string, most = 70): string {
  const length = measureTitle(title);
  if (length > 140) return 'text-h4 md:text-h3';
  // Tailwind finds classes that are written whole.
  const isLong = length > most;
  if (findLongestWord(title) > 15) return isLong ? 'text-h4 md:text-h3' : 'text-h4 md:text-h2';
  return isLong ? 'text-h3' : 'text-h2';
}

/** The size of a title in a list. */
export function sizeListedTitle(title: string): string {
  return measureTitle(title) > 70 || findLongestWord(title) > 15 ? 'text-h4' : 'text-h3';
}

/** The size of the title of the site, whose letters are as large as its words allow. */
export function sizeSiteTitle(title: string): string {
  const longest = findLongestWord(title);
  if (measureTitle(title) > 40 || longest > 18) return sizeTitle(title, 100);
  return longest > 9 ? 'text-h2 md:text-h1' : 'text-h1';
}

/** Characters of East Asia are as wide as two others, and lines can break beside each. */
const wide = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff00-\uffef]/u;
/** Lines can also break within the words of scripts of South East Asia, which have no spaces. */
const wordEnd =
  /[\s\u00ad\u200b\p{Pd}/\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff00-\uffef\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const measureTitle = (title: string): number =>
  Array.from(title).reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);

const findLongestWord = (title: string): number =>
  Math.max(...title.split(wordEnd).map(({ length }) => length));
