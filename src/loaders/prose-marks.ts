import { dialectMarks } from './dialect-marks.ts';
import { foreignMarks, type ForeignMark } from './foreign-marks.ts';
import { findAny, findPairs, findPattern } from './mark-finders.ts';
import { buildMark, findDoubled, inlineTex, type StrayMark } from './field-marks.ts';
import { pastedInItem, pastedMarks } from './pasted-marks.ts';
import { adviseOnTex, type MarkAdvice } from './tex-advice.ts';
import { adviseOnWiki } from './wiki-advice.ts';

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;

/** Underscores beside Chinese, Japanese and Korean. Within a word, they mark nothing. */
const wideUnderscores = new RegExp(
  String.raw`(?<=${wide})__[^\s_][^_\n]{0,400}__|__[^\s_][^_\n]{0,400}__(?=${wide})`,
  'gu',
);

const adviseOnUnderscores = (words: string): MarkAdvice => {
  const right = `**${words.slice(2, -2)}**`;
  const expected = 'asterisks; underscores within a word mark nothing';
  return { expected, nearest: right, right, fix: `Write ${right}.` };
};

/** A command with its arguments. */
const texCommand =
  /(?<!\\)\\[a-z]+\*?(?:\[[^\]\n]{0,400}\]|\{(?:[^{}]|\{[^{}]{0,400}\}){0,400}\})*/gi;

/** Words in single quotation marks of LaTeX. The first one begins code, if another one follows. */
const singleQuotation =
  /(?<![\w`])`(?=[^\s`])[^`'\n]{0,200}(?:'\p{L}[^`'\n]{0,200}){0,9}'(?![\p{L}'])/gu;

const adviseOnQuotation = (words: string): MarkAdvice => {
  const right = `‘${words.slice(1, -1)}’`;
  return {
    expected: 'quotation marks; ` begins code',
    nearest: right,
    right,
    fix: `Write ${right}.`,
  };
};

/** A displayed formula as in LaTeX. Brackets with only words between them may be ordinary brackets. */
const displayedTex = findPairs({
  open: /\\\[/g,
  close: () => /\]/g,
  // Two brackets are literal ones, as around the words of a link of a wiki.
  isWhole: (words) => words.endsWith('\\]') && /^(?!\\\[).*[\\^_=+<>]./s.test(words.slice(2, -2)),
});

const spacedLink = findAny(
  findPattern(/(?<!\\)\]\((?!\{[{%])|\]\s\((?=https?:|mailto:|www\.|\.{0,2}\/|$)/g),
  findPairs({ open: /!?(?<!\\)\[\[/g, close: () => /\]\]/g, least: 1, isInLine: true }),
);

const adviseOnFormula = (words: string): MarkAdvice => ({
  expected:
    'a formula between dollar signs: $x$ in a sentence, or lines of $$ around a displayed one',
  ...(words.startsWith('\\(') && { right: `$${words.slice(2, -2).trim()}$` }),
  fix: 'Replace \\( and \\) by $, \\[ and \\] by $$.',
});

const adviseOnLink = (words: string): MarkAdvice =>
  words.endsWith(']]') ? adviseOnWiki(words) : adviseOnSpace(words);

const adviseOnSpace = (words: string): MarkAdvice => ({
  expected:
    'a link written as [words](address), without spaces in the address or between the brackets',
  ...(words === '] (' && { right: '](' }),
  fix: 'Remove the space. In an address, write %20 instead.',
});

const adviseOnPair = (words: string): MarkAdvice => {
  // With spaces inside both marks, they may be powers.
  const [, mark = '', before = '', inner = '', after = ''] =
    /^(\*\*|~~)([ \t]*)(\S|\S.*\S)([ \t]*)\1$/.exec(words) ?? [];
  const isLoose = (before === '') !== (after === '');
  return {
    expected: 'pairs of marks right next to the words, as in **words**',
    ...(isLoose && { right: before + mark + inner + mark + after }),
    fix: 'Remove the space beside the mark, add the missing mark, or write \\ before each sign.',
  };
};

/** One sign may be a tag of a social network. */
const adviseOnHeading = (words: string): MarkAdvice => ({
  expected: 'a space between the # and the words of a heading',
  ...(words.startsWith('##') && { right: words.replace(/^#+/, '$& ') }),
  fix: 'Add the space, or write \\# for a literal #.',
});

const buildForeign = ({ pattern, rule, advise }: ForeignMark): StrayMark => ({
  find: findPattern(pattern),
  ...(rule && { rule }),
  advise: (words) => {
    const [, ...groups] =
      new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(words) ?? [];
    return advise(words, groups);
  },
});

/** Marks in the body that Markdown did not recognize. */
export const inProse: StrayMark[] = [
  { find: findPattern(texCommand), advise: adviseOnTex },
  ...[...pastedMarks, ...dialectMarks, ...foreignMarks].map(buildForeign),
  { find: findPattern(singleQuotation), advise: adviseOnQuotation },
  { find: findAny(inlineTex, displayedTex), advise: adviseOnFormula },
  { find: spacedLink, advise: adviseOnLink },
  { find: findDoubled(/(?<!\\)(?:\*\*|~~|```)/g, true), advise: adviseOnPair },
  { find: findPattern(wideUnderscores), advise: adviseOnUnderscores },
  { find: findPattern(/^#{1,6}[^\s#\d].*/gm), advise: adviseOnHeading },
  ...[
    {
      find: findPattern(/(?<!\\)\$(?!\d)/g),
      expected: 'a closing dollar sign in the same paragraph',
      fix: 'Close the formula, or write \\$ for a literal dollar sign.',
    },
    {
      find: findPattern(/^[ \t>]*\+[-=:+]{3,}\+[ \t]*(?:\n[ \t>]*[|+].*[|+][ \t]*)*$/gm),
      expected: 'a table with | between its cells, and | --- | --- | in the second line',
      fix: 'Write each row as | a | b |, and | --- | --- | below the first.',
    },
    {
      find: findPattern(/^[ \t>]*\|.*\|[ \t]*(?:\n[ \t>]*\|.*\|[ \t]*)*$/gm),
      expected: 'a table with a header in the first line and | --- | --- | in the second',
      fix: 'Add the line of hyphens, with as many cells as the header.',
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
  ].map(buildMark),
];

/** The same at the beginning of an item. */
export const inItem: StrayMark[] = [buildForeign(pastedInItem), ...inProse];
