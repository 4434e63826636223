import { bundledLanguages, isSpecialLang } from 'shiki';
import { parseCodeMeta } from '../../lib/code-meta.ts';
import { describeNearest, isMisspelling, nearest } from '../../lib/nearest.ts';
import { adviseOnDirective } from '../dialect-marks.ts';
import { readSource, type Body, type BodyFault, type BodyNode, type Correction } from './node.ts';

const languages = [...Object.keys(bundledLanguages), 'text', 'math'];

/** A title or line numbers in place of the language. */
const isMeta = /^([^{=]*?)(title=.*|\{\d.*)$/;

/** Reports code blocks that do not end, and languages without syntax highlighting. */
export function checkLanguage(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'code') return [];
  const source = readSource(node, body).split('\n');
  const fence = /^(`{3,}|~{3,})/.exec(source[0] ?? '')?.[0];
  const isOpen =
    fence !== undefined &&
    (source.length < 2 ||
      !source
        .at(-1)
        ?.replace(/^[\s>]*/, '')
        .startsWith(fence));
  if (isOpen)
    return [
      {
        rule: 'malformed-mdx',
        expected: `a closing line ${fence}; without it, the rest of the file is code`,
        fix: `Add a line ${fence} below the code.`,
      },
    ];
  const { lang } = node;
  if (!lang || isMeta.test(lang) || languages.includes(lang) || isSpecialLang(lang)) return [];
  // Quarto writes ```{python}; MyST writes a directive, such as ```{note}.
  const [, braced] = /^\{\.?([\w:-]+)/.exec(lang) ?? [];
  if (braced !== undefined && !languages.includes(braced))
    return [
      {
        rule: 'unknown-language',
        expected: 'a supported language; a directive belongs to another kind of Markdown',
        fix: adviseOnDirective(braced, node.meta?.split(/\s/)[0] ?? '', 'both lines').fix,
      },
    ];
  if (braced !== undefined) return [describeBraces(node, braced, body)];
  const near = describeNearest(lang, languages);
  const right = near.nearest ?? '';
  const isSure = isMisspelling(lang, right, languages);
  return [
    {
      rule: 'unknown-language',
      expected: 'a supported language in lower case, such as python, or none',
      ...near,
      ...(right !== '' && isSure && { corrections: [correctFence(node, lang, right, body)] }),
      fix: 'Correct the name, or remove it.',
    },
  ];
}

/** The title of a code block, as its sources name it. */
const titled = /\b(?:title|filename|file|name|lst-cap)=["'“]([^"'”]+)["'”]/;

/** Describes a language and attributes in braces, as in Quarto and Pandoc. Of these, a title is kept. */
function describeBraces(node: BodyNode, language: string, body: Body): BodyFault {
  const words = [node.lang, node.meta].filter(Boolean).join(' ');
  const [, title = ''] = titled.exec(words) ?? [];
  const lines = /\{[\d,\s-]+\}$/.exec(words)?.[0];
  const right = [language, title && `title="${title}"`, lines].filter(Boolean).join(' ');
  const others = words
    .replace(titled, '')
    .replace(lines ?? '', '')
    .replace(/[{}]/g, ' ');
  const lost = others
    .trim()
    .split(/[\s,]+/)
    .filter((word) => !/^(?:[.#].*|echo=.*|)$/.test(word));
  return {
    rule: 'unknown-language',
    expected: 'a supported language in lower case, such as python, and perhaps title="…"',
    nearest: right,
    // The language itself is the one word that stays of the others.
    ...(lost.every((word) => word.toLowerCase() === language.toLowerCase()) && {
      corrections: [correctFence(node, words, right, body)],
    }),
    fix: `Write ${right} in place of the braces.`,
  };
}

/** Replaces words in the first line of a code block. */
function correctFence(node: BodyNode, old: string, right: string, body: Body): Correction {
  const start = node.position?.start.offset ?? 0;
  const fence = /^[`~]*/.exec(readSource(node, body))?.[0].length ?? 0;
  return { offset: body.text.indexOf(old, start + fence), old, new: right };
}

/** Reports anything but a title and line ranges after the language. */
export function checkCodeMeta(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'code') return [];
  const { value = '', position } = node;
  const lang = node.lang ?? '';
  const meta = node.meta ?? '';
  if (/^\{\.?[A-Za-z]/.test(lang)) return [];
  const { title, ranges, rest } = parseCodeMeta(meta);
  const count = value.split('\n').length;
  const areBeyond = (all: typeof ranges) =>
    all.some(([first, last]) => first < 1 || last < first || last > count);
  const meant = suggestMeta(rest);
  const isRight = meant !== undefined && !areBeyond(parseCodeMeta(meant).ranges);
  const describe = (words: string, expected: string, fix: string, meant?: string): BodyFault => ({
    rule: 'bad-code-meta',
    offset: (position?.start.offset ?? 0) + Math.max(readSource(node, body).indexOf(words), 0),
    expected,
    ...(meant !== undefined && {
      nearest: meant,
      corrections: [correctFence(node, words, meant, body)],
    }),
    fix,
  });

  const [, language = '', glued] = isMeta.exec(lang) ?? [];
  if (glued !== undefined)
    return [
      describe(
        [lang, meta].join(' ').trim(),
        'the language, a space, and then the title and the lines',
        'Write the language first, or “text” if there is none.',
        [language || 'text', glued, meta].join(' ').trim(),
      ),
    ];
  if (lang === 'math' && meta !== '')
    return [describe(meta, 'nothing after “math”, which is set as a formula', 'Remove it.')];
  const faults: (BodyFault | false)[] = [
    rest !== '' &&
      describe(
        rest,
        'only title="…" and line numbers such as {2,4-6} after the language, each once',
        'Write it in this form, or remove it.',
        isRight ? meant : undefined,
      ),
    title === '' &&
      describe('title=', 'words between the quotation marks', 'Write a title, or remove it.'),
    areBeyond(ranges) &&
      describe(
        '{',
        `line numbers from 1 to ${count}, the smaller one first`,
        'Correct the numbers. The first line of the code is 1.',
      ),
  ];
  return faults.filter((fault) => fault !== false);
}

/** Suggests the title or lines that were probably meant. */
function suggestMeta(words: string): string | undefined {
  const [, emphasized] =
    /^\{?\s*(?:hl_lines|highlight)=["']([\d\s,-]+)["']\s*\}?$/.exec(words) ?? [];
  if (emphasized !== undefined)
    return `{${emphasized
      .trim()
      .split(/[\s,]+/)
      .join(',')}}`;
  const [, inner = words] = /^\{\s*([a-z]+=[^{}]*?)\s*\}$/i.exec(words) ?? [];
  const [, name = '', title] = /^(\w+)\s*[=:]\s*["'“‘]?([^"'“”‘’]+)["'”’]?$/.exec(inner) ?? [];
  if (title !== undefined && nearest(name, ['title', 'filename', 'name']) !== undefined)
    return `title="${title}"`;
  const [, lines] = /^[[({]?\s*(\d[\d,\s-]*)[\])}]?$/.exec(words) ?? [];
  return lines === undefined ? undefined : `{${lines.replace(/\s|\D$/g, '')}}`;
}
