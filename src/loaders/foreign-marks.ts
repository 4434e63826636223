import { beforeKey, keyPattern } from '../bibliography/cite.ts';
import { nameLabel } from '../lib/syntax/command-references.ts';
import type { Rule } from '../lib/rule.ts';
import type { MarkAdvice } from './tex-advice.ts';

/** A mark of another program, and the advice for it. */
export interface ForeignMark {
  pattern: RegExp;
  rule?: Rule;
  advise: (words: string, groups: (string | undefined)[]) => MarkAdvice;
}

const same = (expected: string, fix: string, nearest?: string) => () => ({
  expected,
  fix,
  ...(nearest !== undefined && { nearest }),
});

/** A tag with a value that is not between quotation marks. */
export const looseValue = /(?<!\\)<[a-z]+\s(?:[^<>\n]*\s)?[a-z-]+=[^"'\s{<>][^<>\n]*>/gi;

export function adviseOnLooseValue(tag: string): MarkAdvice {
  return {
    expected: 'the values of attributes between quotation marks, as in width="300"',
    nearest: tag.replace(/(\s[a-z-]+)=([^"'\s{<>]+?)(?=\s|\/?>)/gi, '$1="$2"'),
    fix: 'Put each value between quotation marks.',
  };
}

/** A brace without a backslash that begins no key of a citation, as in @{key}. */
const looseBrace = String.raw`(?<!\\)(?!(?<=${beforeKey}@)\{${keyPattern}\})\{`;

/** Marks of Jekyll, Hugo, Quarto, MyST, Jupyter and LaTeX, and braces, which were the code of MDX. */
export const foreignMarks: readonly ForeignMark[] = [
  {
    pattern: /\{:\s*toc\b[^}\n]*\}/gi,
    advise: same(
      'no list of contents in the text; each page has one',
      'Remove it, and the item above it.',
    ),
  },
  {
    pattern: /^\[(?:_?TOC_?|\[_?TOC_?\])\]/gim,
    advise: same('no list of contents in the text; each page has one', 'Remove it.'),
  },
  {
    pattern: /\{:[^}\n]*\}/g,
    advise: same(
      'Markdown without classes and attributes',
      'Remove it. A remark is <Aside title="Note">, the text, and </Aside>, each on its own line.',
    ),
  },
  {
    pattern: /\{%-?\s*cite\s+([\w:.+/-]+)[^}\n]*%\}/g,
    advise: (_, [key = '']) => ({
      expected: 'a citation such as [@key]',
      nearest: `[@${key}]`,
      right: `[@${key}]`,
      fix: `Write [@${key}].`,
    }),
  },
  {
    pattern: /\{\{[<%]\s*figure\b[^}\n]*?src=["']?([^\s"'>]+)[^}\n]*\}\}/g,
    advise: (_, [file = '']) => {
      const image = `![a description](./${file.replace(/^.*\//, '')})`;
      return {
        expected: 'an image beside the entry, with a description',
        nearest: image,
        fix: `Write ${image}.`,
      };
    },
  },
  {
    pattern: /\{%[^]{0,1000}?%\}|\{\{[^]{0,1000}?\}\}/g,
    advise: same(
      'the text itself; templates of other programs are not run',
      'Write what the template would print, or remove it. Code is between lines of ```.',
    ),
  },
  {
    pattern: /\s*\{#([\p{L}\p{N}_:.-]+)[^}\n]*\}/gu,
    advise: (_, [id = '']) => {
      const key = nameLabel(id);
      const form = key.startsWith('tbl-')
        ? `A table has its id in its tag: <Table id="${key}" …>.`
        : key.startsWith('eq-')
          ? `A formula has its id beside it: $$ {#${key}}.`
          : `A figure has its id in its tag: <Figure id="fig-${key.replace(/^fig-/, '')}" …>.`;
      return {
        expected:
          'no id in braces; a heading has one, made of its words: ## One layer is @sec-one-layer',
        ...(key.startsWith('sec-')
          ? { right: '', fix: 'Remove it. Refer to the heading as @sec- and its words.' }
          : { fix: `Remove it. ${form}` }),
      };
    },
  },
  {
    pattern: /\s*\{(?:\.[\w-]+|[\w-]+=)[^{}\n]*\}/g,
    advise: same(
      'Markdown without classes and attributes',
      'Remove it. The site lays out the page.',
    ),
  },
  {
    pattern: /\{(?:cite(?::\w+)?|ref|numref|eq|doc|term|math|sub|sup|code)\}(?=`)/g,
    advise: same(
      'a citation as [@key], a reference as @fig-name, a formula as $x$',
      'Write it in one of these forms.',
    ),
  },
  {
    pattern:
      /\{(?:[a-z]+:[a-z]+|abbr|any|button|class|command|del|download|eval|file|footnote|func|guilabel|index|kbd|menuselection|meth|mod|program|si|smallcaps|underline)\}(?=`)/g,
    advise: same(
      'words without a role; a role belongs to another kind of Markdown',
      'Remove it, and write the words or the `code` alone.',
    ),
  },
  {
    pattern:
      /^(?:In|Out) ?\[\d*\]:.*|^%{1,2}(?:matplotlib|load_ext|time|timeit|run|cd|env|config|capture|reload_ext|autoreload|bash)\b.*|^!(?:pip|conda|apt|ls|wget|curl|git|cd)\b.*/gm,
    advise: same(
      'code between two lines of ```',
      'Write ```python above the code and ``` below it, or remove it.',
    ),
  },
  {
    pattern: /(?<=^[ \t>]*)%.*/gm,
    advise: (words) => {
      if (/^%+\s*$/.test(words))
        return { expected: 'no % at the end of a line', right: '', fix: 'Remove it.' };
      const remark = `{/* ${words.replace(/^%+\s*/, '').replaceAll('*/', '')} */}`;
      return {
        expected: 'a remark between {/* and */}',
        nearest: remark,
        fix: `Write ${remark}, or \\% for a literal %.`,
      };
    },
  },
  {
    pattern: /(?:(?<![\w\\])\w+|\))?[_^]\{[^{}\n]*\}/g,
    advise: (words) => ({
      expected: 'TeX between dollar signs',
      nearest: `$${words}$`,
      fix: 'Write the formula between dollar signs, or a literal brace as \\{.',
    }),
  },
  {
    pattern: new RegExp(String.raw`${looseBrace}(?:[^{}]|\{[^{}]{0,400}\}){0,400}\}`, 'gu'),
    rule: 'code-in-content',
    advise: (words) => ({
      expected: 'text; braces, and lines that begin with “import” or “export”, are program code',
      nearest: words.replace(/[{}]/g, (sign) => `\\${sign}`),
      fix: 'Write TeX between dollar signs, a literal brace as \\{, and a remark as {/* … */}.',
    }),
  },
  {
    pattern: new RegExp(String.raw`${looseBrace}[^\s{}]*`, 'gu'),
    rule: 'malformed-mdx',
    advise: (words) => ({
      expected: 'no literal brace; { starts program code, which ends at }',
      nearest: `\\${words}`,
      fix: 'Write TeX between dollar signs, and a literal brace as \\{.',
    }),
  },
  // HTML is less strict than MDX with the tags that it knows.
  {
    pattern: /(?<!\\)<hr\s*\/?>/gi,
    rule: 'malformed-mdx',
    advise: () => ({
      expected: 'a rule between paragraphs, on a line of its own',
      fix: 'Write --- on a line of its own, with an empty line above and below.',
    }),
  },
  {
    pattern: /(?<!\\)<br\s[^<>\n]*>/gi,
    rule: 'malformed-mdx',
    advise: () => ({
      expected: 'a break without attributes',
      nearest: '<br />',
      right: '<br />',
      fix: 'Write <br />.',
    }),
  },
  {
    pattern: looseValue,
    rule: 'malformed-mdx',
    advise: adviseOnLooseValue,
  },
  {
    pattern: /(?<!\\)<[a-z_$/!>][^\s<]*/gi,
    rule: 'malformed-mdx',
    advise: (words) => ({
      expected: 'no literal <, which starts a tag, as in <sub>i</sub>',
      nearest: `\\${words}`,
      fix: 'Write \\< for a literal <, [words](https://…) for a link, {/* … */} for a remark.',
    }),
  },
];
