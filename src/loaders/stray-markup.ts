/** A mark that would be printed as it stands. */
interface Mark {
  pattern: RegExp;
  expected: string;
  mend: string;
}

export interface Stray extends Omit<Mark, 'pattern'> {
  words: string;
  index: number;
}

/** In the body, what Markdown did not take as the mark that it seems to be. */
const inProse: Mark[] = [
  {
    // Brackets with mere words between them may be meant as brackets.
    pattern: /\\\(.*?\\\)|\\\[[^\]]*?[\\^_=+<>][^\]]+\\\]/gs,
    expected:
      'a formula between dollar signs: $x$ in a sentence, $$ on lines of their own around it',
    mend: 'Replace \\( and \\) by $, \\[ and \\] by $$.',
  },
  {
    pattern: /(?<!\\)\\[a-z]+/gi,
    expected: 'TeX between dollar signs',
    mend: 'Write it as $\\alpha$, or between backticks if it is code.',
  },
  {
    pattern: /(?<!\\)\$(?!\d)/g,
    expected: 'a second dollar sign that ends the formula, in the same paragraph',
    mend: 'Close the formula, or write \\$ for the sign itself.',
  },
  {
    pattern: /(?<!\\)\]\(|\[\[.+?\]\]|\]\s\((?=https?:|mailto:|www\.|\.{0,2}\/|$)/g,
    expected: 'a link as [words](address), without spaces in the address or between the brackets',
    mend: 'Take the space out; in an address write %20 for it.',
  },
  {
    pattern: /(?<!\\)(\*\*|~~|```)(?:.*?\1)?/g,
    expected: 'marks in pairs, right at the words that they stand around, as **words**',
    mend: 'Take the space beside the mark out, add the other one, or write \\ before each sign.',
  },
  {
    pattern: /^[ \t>]*\|.*\|[ \t]*(?:\n[ \t>]*\|.*\|[ \t]*)*$/gm,
    expected: 'a table with its heading in the first line and | --- | --- | in the second',
    mend: 'Add the line of hyphens, with as many cells as the heading has.',
  },
  {
    pattern: /^#{1,6}[^\s#\d].*/gm,
    expected: 'a space between the # and the words of a heading',
    mend: 'Add the space, or write \\# for the sign itself.',
  },
  {
    pattern: /^:::[^:]*(?::::)?|\[!\w+\]/gm,
    expected: 'paragraphs, lists, tables and quotations; this mark has a meaning only elsewhere',
    mend: 'Take the mark out.',
  },
  {
    pattern: /\^\[[^\]]*\]?/g,
    expected: 'a footnote as [^1], and a line “[^1]: …” with what it says',
    mend: 'Write the note on a line of its own.',
  },
  {
    pattern: /(?<=\w)\^[^\s^]+\^/g,
    expected: 'a raised letter as $x^2$ or <sup>2</sup>',
    mend: 'Write it in one of these two ways.',
  },
  {
    pattern: /&[a-z]{2,}\d*;/gi,
    expected: 'a name that HTML knows, as &alpha; or &nbsp;',
    mend: 'Correct the name, or write the character itself.',
  },
];

/** In a field, which is plain text. */
const inField: Mark[] = [
  {
    pattern: /\$\S(?:[^$]*\S)?\$(?!\d)|\\\(.*?\\\)|\\[a-z]+/gis,
    expected: 'plain text; formulas can stand in the prose below the fields',
    mend: 'Write the characters themselves, as α, ℓ₂ or R², or move the formula into the prose.',
  },
  {
    pattern:
      /(\*\*|~~|`)(?:.*?\1)?|(?<!\w)([*_])\w(?:.*?\w)?\2(?!\w)|\[[^\]]*\]\([^)]*\)|\[\^[^\]\s]+\]|(?<=^\s*)__\w+/gs,
    expected: 'plain text; Markdown can stand in the prose below the fields',
    mend: 'Take the marks out.',
  },
  {
    pattern: /<([a-z]+)[^>]*>.*?<\/\1>|<\/?[a-z][^>]*>|&(?:[a-z]{2,}\d*|#\d+);/gis,
    expected: 'plain text; a tag can stand in the prose below the fields',
    mend: 'Take the tag out, or write the character itself.',
  },
];

function findMarks(text: string, marks: readonly Mark[]): Stray[] {
  const found: Stray[] = [];
  for (const { pattern, expected, mend } of marks)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const end = index + words.length;
      const isTold = found.some((one) => index < one.index + one.words.length && one.index < end);
      if (!isTold) found.push({ words, index, expected, mend });
    }
  return found;
}

/** `source` is the author's text of a piece of prose, `words` what the reader made of it. */
export function findStrayInProse(source: string, words: string): Stray[] {
  // An entity that was understood is no longer in what was read.
  return findMarks(source, inProse).filter(
    (one) => !one.words.startsWith('&') || words.includes(one.words),
  );
}

export function findStrayInField(text: string): Stray[] {
  return findMarks(text, inField);
}
