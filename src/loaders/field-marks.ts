import type { Rule } from '../lib/rule.ts';
import { elements } from '../lib/markup.ts';
import { readLetters } from '../lib/tex/letters.ts';
import { tildeMarks } from './dialect-marks.ts';
import { findAny, findPairs, findPattern, type Finder, type Span } from './mark-finders.ts';
import { advisedCommand, adviseOnTex, type MarkAdvice } from './tex-advice.ts';

/** Markup that would be printed as it is. */
export interface StrayMark {
  find: Finder;
  /** The rule that it breaks, by default `stray-markup`. */
  rule?: Rule;
  advise: (words: string) => MarkAdvice;
}

/** A mark with the same advice everywhere. */
export const buildMark = ({ find, ...advice }: { find: Finder } & MarkAdvice): StrayMark => ({
  find,
  advise: () => advice,
});

/** An inline formula as in LaTeX. */
export const inlineTex = findPairs({ open: /\\\(/g, close: () => /\\\)/g });

/** Finds words between a repeated mark, or the mark alone. */
export const findDoubled = (open: RegExp, isInLine: boolean) =>
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

/** A command of TeX, but not a folder of Windows. */
const command = /(?<!\\|[a-z]:(?:\\[\w.-]+)*)\\[a-z]+/gi;

const tagMarks = findAny(findElements, findPairs({ open: buildTagStart('/?'), close: () => />/g }));

/** A group whose first command sets its typeface or its size. */
export const typefaceGroup: StrayMark = {
  find: findPattern(
    /(?<!\\)\{\\(?:bf|bfseries|em|it|itshape|sl|slshape|tt|ttfamily|sc|scshape|rm|rmfamily|sf|sffamily|normalfont|tiny|small|footnotesize|large|Large|huge)\b[^{}\n]{1,400}\}/g,
  ),
  advise: (group) => {
    const [, name = '', words = ''] = /^\{\\([a-z]+)\s*(.*?)(?:\\\/)?\s*\}$/i.exec(group) ?? [];
    const mark = name.startsWith('bf')
      ? '**'
      : name.startsWith('tt')
        ? '`'
        : /^(?:em|it|sl)/.test(name)
          ? '*'
          : '';
    const right = `${mark}${words}${mark}`;
    const expected =
      mark === '' ? 'words without a command for their typeface or size' : 'the marks of Markdown';
    return { expected, nearest: right, right, fix: `Write ${right}.` };
  },
};

/** Marks in a field with the language of prose that Markdown did not recognize. */
export const inMarkedField: StrayMark[] = [
  { find: findPattern(advisedCommand), advise: adviseOnTex },
  typefaceGroup,
  ...tildeMarks.map(({ pattern, advise }) => ({
    find: findPattern(pattern),
    advise: (words: string) => advise(words, []),
  })),
  {
    find: findPattern(/``[^`\n]{1,400}?''/g),
    advise: (words) => {
      const right = `“${words.slice(2, -2)}”`;
      return { expected: 'quotation marks', nearest: right, right, fix: `Write ${right}.` };
    },
  },
  ...[
    {
      find: findAny(inlineTex, findPattern(command), findPattern(/&#36;(?=[^\s$]*[\\^_{])/g)),
      expected: 'TeX between dollar signs, as in $\\alpha$',
      fix: 'Put a dollar sign on each side of the formula, or backticks if it is code.',
    },
    {
      find: findAny(findDoubled(/(?<!\\)(?:\*\*|~~|`)/g, false), findPattern(/(?<=^\s*)__\w+/g)),
      expected: 'pairs of marks right next to the words, as in **words**',
      fix: 'Remove the space beside the mark, add the missing mark, or write \\ before each sign.',
    },
    {
      find: findAny(
        findPairs({ open: /\[[^[\]]*\]\(/g, close: () => /\)/g }),
        findPairs({
          open: /\[\^/g,
          close: () => /[\]\s]/g,
          isWhole: (words) => /[^^]\]$/.test(words),
        }),
      ),
      expected: 'text, formulas, emphasis, code and links; a field has no footnotes',
      fix: 'Write the words themselves, or move them to the prose below the fields.',
    },
    {
      find: tagMarks,
      expected:
        'one of the tags <sub>, <sup>, <i>, <b>, <em>, <strong>, <kbd> and <var>, and its end',
      fix: 'Remove the tag, or close it.',
    },
    {
      find: findPattern(/&[a-z]{2,}\d*;/gi),
      expected: 'the name of an HTML character, such as &alpha; or &nbsp;',
      fix: 'Correct the name, or write the character itself.',
    },
  ].map(buildMark),
];

/** A letter of LaTeX: `{\'e}`, `\"o`, `\O rsted`. After another sign, a backslash may only guard it, as in `it\'s`. */
const letterCommand =
  /(?<!\\|[a-z]:(?:\\[\w.-]+)*)(?:\{\\[^{}]+(?:\{[^{}]*\})?\}|(?<=\p{L})\\"\{?[A-Za-z]\}?|\\[a-z]+(?:\{\w?\}|\s+)?)/giu;

/** Marks in any other field, which is plain text. */
export const inField: StrayMark[] = [
  {
    find: (text) =>
      Array.from(findPattern(letterCommand)(text)).filter(
        ([index, end]) => readLetters(text.slice(index, end)) !== text.slice(index, end),
      ),
    advise: (words) => {
      const letter = readLetters(words);
      return {
        expected: 'the letter itself; this field has no commands',
        nearest: letter,
        fix: `Write ${letter}.`,
      };
    },
  },
  ...[
    {
      find: findAny(findPattern(/\$\S(?:[^$]*\S)?\$(?!\d)/g), findPattern(command), inlineTex),
      expected: 'plain text; this field can have no formulas',
      fix: 'Write characters such as α, ℓ₂ or R².',
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
      expected: 'plain text; this field can have no Markdown',
      fix: 'Remove the marks.',
    },
    {
      find: findAny(tagMarks, findPattern(/&(?:[a-z]{2,}\d*|#\d+);/gi)),
      expected: 'plain text; this field can have no tags',
      fix: 'Remove the tag, or write the character itself.',
    },
  ].map(buildMark),
];
