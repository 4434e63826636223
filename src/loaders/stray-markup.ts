import { elements } from '../lib/markup.ts';
import { findAny, findPairs, findPattern, type Finder, type Span } from './mark-finders.ts';

/** Markup that would be printed as it is. */
interface StrayMark {
  find: Finder;
  expected: string;
  fix: string;
}

export interface Stray extends Omit<StrayMark, 'find'> {
  words: string;
  index: number;
}

/** An inline formula as in LaTeX. */
const inlineTex = findPairs({ open: /\\\(/g, close: () => /\\\)/g });

/** Finds words between a repeated mark, or the mark alone. */
const findDoubled = (open: RegExp, isInLine: boolean) =>
  findPairs({
    open,
    close: (mark) => new RegExp(mark.replaceAll('*', '\\*'), 'g'),
    isInLine,
    isAlone: true,
  });

const elementNames = `${elements.join('|')}|a|blockquote|center|div|font|h[1-6]|hr|iframe|img|li|ol|p|pre|script|style|table|t[dhr]|ul|video`;

/**
 * Matches the beginning of a tag: an HTML element, or a name with an attribute. Titles of papers
 * contain <unk> and a<b.
 */
const buildTagStart = (slash: string) =>
  new RegExp(
    `<${slash}([a-z][a-z\\d]*)(?:(?<=[</](?:${elementNames}))\\s*/?(?=>)|(?=\\s+[a-z]+\\s*=\\s*["']))`,
    'gi',
  );

/** Finds an element from its opening tag to the next closing tag of that name. */
const findElements: Finder = (text) => {
  const closing = Array.from(text.matchAll(/<\/([a-z]+)>/gi));
  const last = new Map(closing.map(({ 1: name = '', index }) => [name.toLowerCase(), index]));
  const spans: Span[] = [];
  let done = 0;
  for (const { 1: name = '', index } of text.matchAll(buildTagStart(''))) {
    if (index < done || (last.get(name.toLowerCase()) ?? -1) < index) continue;
    const close = new RegExp(`</${name}>`, 'gi');
    close.lastIndex = index;
    close.test(text);
    done = close.lastIndex;
    spans.push([index, done]);
  }
  return spans;
};

/** Marks in the body that Markdown did not recognize. */
const inProse: StrayMark[] = [
  {
    find: findAny(
      inlineTex,
      findPairs({
        open: /\\\[/g,
        close: () => /\]/g,
        // Brackets with only words between them may be ordinary brackets.
        isWhole: (words) => words.endsWith('\\]') && /[\\^_=+<>]./s.test(words.slice(2, -2)),
      }),
    ),
    expected:
      'a formula between dollar signs: $x$ in a sentence, or lines of $$ around a displayed one',
    fix: 'Replace \\( and \\) by $, \\[ and \\] by $$.',
  },
  {
    find: findPattern(/(?<!\\)\\[a-z]+/gi),
    expected: 'TeX between dollar signs',
    fix: 'Write it as $\\alpha$, or between backticks if it is code.',
  },
  {
    find: findPattern(/(?<!\\)\$(?!\d)/g),
    expected: 'a closing dollar sign in the same paragraph',
    fix: 'Close the formula, or write \\$ for a literal dollar sign.',
  },
  {
    find: findAny(
      findPattern(/(?<!\\)\]\(|\]\s\((?=https?:|mailto:|www\.|\.{0,2}\/|$)/g),
      findPairs({ open: /\[\[/g, close: () => /\]\]/g, least: 1, isInLine: true }),
    ),
    expected:
      'a link written as [words](address), without spaces in the address or between the brackets',
    fix: 'Remove the space. In an address, write %20 instead.',
  },
  {
    find: findDoubled(/(?<!\\)(?:\*\*|~~|```)/g, true),
    expected: 'pairs of marks right next to the words, as in **words**',
    fix: 'Remove the space beside the mark, add the missing mark, or write \\ before each sign.',
  },
  {
    find: findPattern(/^[ \t>]*\|.*\|[ \t]*(?:\n[ \t>]*\|.*\|[ \t]*)*$/gm),
    expected: 'a table with a header in the first line and | --- | --- | in the second',
    fix: 'Add the line of hyphens, with as many cells as the header.',
  },
  {
    find: findPattern(/^#{1,6}[^\s#\d].*/gm),
    expected: 'a space between the # and the words of a heading',
    fix: 'Add the space, or write \\# for a literal #.',
  },
  {
    find: findPattern(/^:::[^:]*(?::::)?|\[!\w+\]/gm),
    expected:
      'paragraphs, lists, tables and quotations; this mark belongs to another kind of Markdown',
    fix: 'Remove the mark.',
  },
  {
    find: findPattern(/\^\[[^\]]*\]?/g),
    expected: 'a footnote written as [^1], with its text on a line “[^1]: …”',
    fix: 'Write the footnote on its own line.',
  },
  {
    find: findPattern(/(?<=\w)\^[^\s^]+\^/g),
    expected: 'a superscript written as $x^2$ or <sup>2</sup>',
    fix: 'Write it in one of these two forms.',
  },
  {
    find: findPattern(/&[a-z]{2,}\d*;/gi),
    expected: 'the name of an HTML character, such as &alpha; or &nbsp;',
    fix: 'Correct the name, or write the character itself.',
  },
];

/** Marks in a field, which is plain text. */
const inField: StrayMark[] = [
  {
    find: findAny(findPattern(/\$\S(?:[^$]*\S)?\$(?!\d)|\\[a-z]+/gi), inlineTex),
    expected: 'plain text; only the prose below the fields can have formulas',
    fix: 'Write characters such as α, ℓ₂ or R², or move the formula to the prose.',
  },
  {
    find: findAny(
      findDoubled(/\*\*|~~|`/g, false),
      findPairs({
        open: /(?<!\w)[*_](?=\w)/g,
        close: (mark) => new RegExp(`(?<=\\w)[${mark}](?!\\w)`, 'g'),
        least: 1,
      }),
      findPairs({ open: /\[[^[\]]*\]\(/g, close: () => /\)/g }),
      findPairs({
        open: /\[\^/g,
        close: () => /[\]\s]/g,
        isWhole: (words) => /[^^]\]$/.test(words),
      }),
      findPattern(/(?<=^\s*)__\w+/g),
    ),
    expected: 'plain text; only the prose below the fields can have Markdown',
    fix: 'Remove the marks.',
  },
  {
    find: findAny(
      findElements,
      findPairs({ open: buildTagStart('/?'), close: () => />/g }),
      findPattern(/&(?:[a-z]{2,}\d*|#\d+);/gi),
    ),
    expected: 'plain text; only the prose below the fields can have tags',
    fix: 'Remove the tag, or write the character itself.',
  },
];

function findMarks(text: string, marks: readonly StrayMark[]): Stray[] {
  const found: Stray[] = [];
  const told = new Uint8Array(text.length);
  for (const { find, expected, fix } of marks)
    for (const [index, end] of find(text)) {
      if (told.subarray(index, end).includes(1)) continue;
      told.fill(1, index, end);
      found.push({ words: text.slice(index, end), index, expected, fix });
    }
  return found;
}

/** `source` is the author's text, `words` the parsed text. */
export function findStrayInProse(source: string, words: string): Stray[] {
  // A recognized entity does not occur in the parsed text.
  return findMarks(source, inProse).filter(
    (one) => !one.words.startsWith('&') || words.includes(one.words),
  );
}

export function findStrayInField(text: string): Stray[] {
  return findMarks(text, inField);
}
