import type { MdxSlip } from './mdx-constructs.ts';
import { adviseOnLooseValue, looseValue } from '../foreign-marks.ts';
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
  const tag = new RegExp(`^${looseValue.source}`, 'i').exec(text.slice(offset))?.[0];
  if (tag !== undefined) return { rule, offset, found: tag, ...adviseOnLooseValue(tag) };
  return {
    rule,
    offset,
    expected: 'no literal <, which starts a tag, as in <sub>i</sub>',
    fix: 'Write \\< for a literal <, [words](https://…) for a link, {/* … */} for a remark.',
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
