import { bundledLanguages, isSpecialLang } from 'shiki';
import { parseCodeMeta } from '../../lib/code-meta.ts';
import { describeNearest, nearest } from '../../lib/nearest.ts';
import { readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

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
  return [
    {
      rule: 'unknown-language',
      expected: 'a supported language in lower case, such as python, or none',
      ...describeNearest(lang, languages),
      fix: 'Correct the name, or remove it.',
    },
  ];
}

/** Reports anything but a title and line ranges after the language. */
export function checkCodeMeta(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'code') return [];
  const { value = '', position } = node;
  const lang = node.lang ?? '';
  const meta = node.meta ?? '';
  const { title, ranges, rest } = parseCodeMeta(meta);
  const count = value.split('\n').length;
  const isBeyond = ranges.some(([first, last]) => first < 1 || last < first || last > count);
  const describe = (words: string, expected: string, fix: string, meant?: string): BodyFault => ({
    rule: 'bad-code-meta',
    offset: (position?.start.offset ?? 0) + Math.max(readSource(node, body).indexOf(words), 0),
    expected,
    ...(meant !== undefined && { nearest: meant }),
    fix,
  });

  const [, language = '', glued] = isMeta.exec(lang) ?? [];
  if (glued !== undefined)
    return [
      describe(
        lang,
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
        suggestMeta(rest),
      ),
    title === '' &&
      describe('title=', 'words between the quotation marks', 'Write a title, or remove it.'),
    isBeyond &&
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
  const [, name = '', title] = /^(\w+)\s*[=:]\s*["'“‘]?([^"'“”‘’]+)["'”’]?$/.exec(words) ?? [];
  if (title !== undefined && nearest(name, ['title', 'filename', 'name']) !== undefined)
    return `title="${title}"`;
  const [, lines] = /^[[({]?\s*(\d[\d,\s-]*)[\])}]?$/.exec(words) ?? [];
  return lines === undefined ? undefined : `{${lines.replace(/\s|\D$/g, '')}}`;
}
