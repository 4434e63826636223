import type { MdxSlip } from './mdx-constructs.ts';
import { adviseOnShortcode, escapedShortcode } from '../dialect-marks.ts';
import { adviseOnLooseValue, looseValue } from '../foreign-marks.ts';
import { writeAddress } from './element-advice.ts';
import { empty, type LooseTag } from './mdx-tags.ts';
import type { BodyFault } from './node.ts';

type Placed = BodyFault & { offset: number };

const rule = 'malformed-mdx';

/** Describes a mistake that the MDX parser reported in `text`. */
export function describeSlip(text: string, { start, noticed, reason }: MdxSlip): Placed {
  if (reason.includes('import/exports'))
    return {
      rule: 'code-in-content',
      offset: text.lastIndexOf('\n', noticed - 1) + 1,
      expected:
        'a paragraph that does not begin with “import” or “export”, which start program code',
      fix: 'Begin the paragraph with another word.',
    };
  if (reason.includes('expression'))
    return {
      rule,
      offset: findOpeningBrace(text, start, noticed),
      expected: 'a value in quotation marks; braces in a tag contain program code',
      fix: 'Write the attribute as name="value".',
    };
  return describeSign(text, Math.max(text.lastIndexOf('<', noticed), start));
}

function findOpeningBrace(text: string, start: number, from: number): number {
  let depth = 0;
  for (let index = from - 1; index >= start; index -= 1) {
    if (text[index] === '}') depth += 1;
    if (text[index] === '{' && (depth -= 1) < 0) return index;
  }
  return from;
}

function describeSign(text: string, offset: number): Placed {
  const shortcode = escapedShortcode.exec(text.slice(Math.max(offset - 2, 0), offset + 500));
  if (shortcode?.index === 0 && offset > 1) {
    const { right = '', ...advice } = adviseOnShortcode(shortcode[0]);
    const corrections = [{ offset: offset - 2, old: shortcode[0], new: right }];
    return { rule, offset: offset - 2, found: shortcode[0], ...advice, corrections };
  }
  const tag = new RegExp(`^${looseValue.source}`, 'i').exec(text.slice(offset))?.[0];
  if (tag !== undefined) return { rule, offset, found: tag, ...adviseOnLooseValue(tag) };
  return {
    rule,
    offset,
    expected: 'no literal <, which starts a tag, as in <sub>i</sub>',
    fix: 'Write \\< for a literal <, [words](https://…) for a link, {/* … */} for a remark.',
  };
}

/** Advises on an open tag that shows a file, from its `<`. The element around it, if it sets a place, goes with it. */
function adviseOnPicture(text: string): Omit<Placed, 'offset'> | undefined {
  const [tag, name, attributes = ''] = /^<(img|embed)\s([^<>]*)>/.exec(text) ?? [];
  if (tag === undefined) return undefined;
  const read = (attribute: string) =>
    new RegExp(`(?<![\\w-])${attribute}=(["'])(.*?)\\1`).exec(attributes)?.[2] ?? '';
  const [path, alt] = [read('src'), read('alt')];
  if (path === '') return undefined;
  const nearest = `${name === 'img' ? `![${alt || 'a description'}]` : '[The file]'}(${writeAddress(path)})`;
  const [, around] = /^\s*<\/(p|div|center|figure|span)>/.exec(text.slice(tag.length)) ?? [];
  return {
    rule: 'unknown-element',
    found: tag,
    expected:
      name === 'img' ? 'an image of Markdown; the site sets its size' : 'a link to the file',
    nearest,
    fix: `Write ${nearest}${around === undefined ? '' : `, without the <${around}> around it`}.`,
  };
}

/** The advice for a label of Typst, or a work that it cites, which look like tags: `<fig-a>`, `#cite(<doe2020>)`. */
function adviseOnTypst(name: string, text: string, offset: number) {
  const before = text.slice(Math.max(offset - 40, 0), offset);
  const [call] = /#(?:cite|ref)\($/.exec(before) ?? [];
  if (call !== undefined)
    return {
      offset: offset - call.length,
      expected: 'a citation such as [@key]; this is a call of Typst',
      fix: `Write [@${name}] in its place.`,
    };
  const isLabel =
    /[)\]$][ \t]+$/.test(before) &&
    /^<[\w:-]+>[ \t]*(?:\n|$)/.test(text.slice(offset, offset + 100));
  if (!isLabel) return undefined;
  return {
    offset,
    expected: 'no label of Typst, which looks like a tag',
    fix: 'Remove it. An id stands in the tag of a figure, or beside a formula: $$ {#eq-name}.',
  };
}

/** Describes a tag of `text` without its counterpart. */
export function describeTag({ name, offset, kind }: LooseTag, text: string): Placed {
  if (kind === 'attributes') return describeSign(text, offset);
  if (kind === 'stray')
    return {
      rule,
      offset,
      expected: 'no closing tag here; there is no open tag to close',
      fix: 'Open the tag earlier in the same paragraph, or remove the closing tag.',
    };
  const typst = kind === 'open' ? adviseOnTypst(name, text, offset) : undefined;
  if (typst) return { rule, ...typst };
  const markdown = kind === 'open' ? adviseOnPicture(text.slice(offset)) : undefined;
  if (markdown) return { ...markdown, offset };
  if (kind === 'open' && empty.includes(name))
    return {
      rule,
      offset,
      expected: 'a slash at the end of a tag without content',
      nearest: `<${name} />`,
      ...(text.startsWith(`<${name}>`, offset) && {
        corrections: [{ offset, old: `<${name}>`, new: `<${name} />` }],
      }),
      fix: 'Add the slash.',
    };
  const [, tag = '', rest] = /^(<details\b[^>]*>)[ \t]*(\S.*)/.exec(text.slice(offset)) ?? [];
  if (kind === 'open' && rest !== undefined)
    return {
      rule,
      offset,
      expected: '<details> on a line of its own, since </details> is in another paragraph',
      fix: `Write ${tag}, and on the next line ${rest.trim()}`,
    };
  return {
    rule,
    offset,
    expected:
      kind === 'closing'
        ? `no </${name}> here; it does not match the last open tag`
        : `</${name}> before the end of the paragraph, to close this <${name}>`,
    fix: `Close each tag in the paragraph where it is opened. A tag without content is <${name} />.`,
  };
}
