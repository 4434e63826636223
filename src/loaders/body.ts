import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import katex from 'katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Fault } from '../lib/fault.ts';
import { formatExcerpt, type Place } from './source.ts';

/** A link to a page of this site, to be held against the list of pages. */
export interface PageLink {
  page: string;
  place: Place;
}

/** The parts of a syntax-tree node that the checks read. */
interface BodyNode {
  type: string;
  value?: string;
  url?: string;
  alt?: string | null;
  name?: string | null;
  attributes?: { name?: string }[];
  position?: { start: { line: number; column: number } };
}

/** A fault within a node: where it stands is counted from the node's beginning. */
interface BodyFault extends Pick<Fault, 'rule' | 'expected' | 'mend'> {
  lineOffset?: number;
  columnOffset?: number;
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/**
 * Checks the MDX of one entry without building it. `text` is the whole file with its front matter
 * blanked out, so that positions are those of the file; images are looked for below `root`.
 */
export function checkBody(root: string, file: string, text: string) {
  const faults: Fault[] = [];
  const pageLinks: PageLink[] = [];
  const placeAt = (line: number, column: number): Place => {
    return { file, line, column, found: formatExcerpt(text, line) };
  };

  try {
    visit(parser.parse(text), (visited) => {
      const node = visited as BodyNode;
      const { line, column } = node.position?.start ?? { line: 1, column: 1 };
      const found = [
        ...checkMath(node),
        ...checkImage(node, root, file),
        ...checkLink(node),
        ...checkCode(node),
      ];
      for (const { lineOffset = 0, columnOffset = 0, ...fault } of found) {
        const start = lineOffset > 0 ? 1 : column;
        faults.push({ ...placeAt(line + lineOffset, start + columnOffset), ...fault });
      }
      if (isLink(node) && node.url?.startsWith('/'))
        pageLinks.push({ page: node.url, place: placeAt(line, column) });
    });
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    if (reason === undefined) throw error;
    faults.push({
      rule: 'malformed-mdx',
      ...placeAt(line ?? 1, column ?? 1),
      expected: `Markdown that can be read; the reader says: ${reason}`,
      mend: 'Close what is open; write a bare < or { as \\< or \\{, and put TeX between dollar signs.',
    });
  }
  return { faults, pageLinks };
}

function checkMath(node: BodyNode): BodyFault[] {
  if (node.type !== 'math' && node.type !== 'inlineMath') return [];
  const tex = node.value ?? '';
  const displayMode = node.type === 'math';
  try {
    katex.renderToString(tex, { displayMode, throwOnError: true, strict: 'ignore' });
    return [];
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const before = tex.slice(0, error.position).split('\n');
    return [
      {
        rule: 'bad-math',
        expected: `TeX that KaTeX can set; it says: ${error.rawMessage}`,
        mend: 'Correct the formula; what can be used is listed at https://katex.org/docs/supported.',
        // Display math begins on the line below its dollar signs, inline math just after its sign.
        lineOffset: displayMode ? before.length : before.length - 1,
        columnOffset: (before.at(-1)?.length ?? 0) + (displayMode ? 0 : 1),
      },
    ];
  }
}

function checkImage({ type, url = '', alt }: BodyNode, root: string, file: string): BodyFault[] {
  if (type !== 'image') return [];
  const isPresent = /^\.\.?\//.test(url) && existsSync(join(root, dirname(file), url));
  const missingImage: BodyFault = {
    rule: 'missing-image',
    expected: `an image file of this project; there is no “${url}” beside the entry`,
    mend: 'Put the file beside the entry and write its name as ./name.png.',
  };
  const missingAltText: BodyFault = {
    rule: 'missing-alt-text',
    expected: 'words between the brackets that say what the image shows',
    mend: `Write ![what one sees](${url}).`,
  };
  return [...(isPresent ? [] : [missingImage]), ...(alt?.trim() ? [] : [missingAltText])];
}

function isLink({ type }: BodyNode): boolean {
  return type === 'link' || type === 'definition';
}

function checkLink(node: BodyNode): BodyFault[] {
  if (!isLink(node) || /^(https?:|mailto:|[#/])/.test(node.url ?? '')) return [];
  return [
    {
      rule: 'bad-address',
      expected: 'https://…, http://…, mailto:…, a page of this site as /papers/, or #id',
      mend: 'Write the whole address.',
    },
  ];
}

/** Content is text: no code runs in it, and nothing in it escapes the site's style or policy. */
function checkCode({ type, value = '', name, attributes = [] }: BodyNode): BodyFault[] {
  const isComment = /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(value);
  const isCode = type === 'mdxjsEsm' || (/^mdx(Flow|Text)Expression$/.test(type) && !isComment);
  const isElement = /^mdxJsx(Flow|Text)Element$/.test(type);
  const isRefused =
    isElement &&
    (/^([A-Z].*|img|script|style|iframe)$/.test(name ?? '') ||
      attributes.some((attribute) => /^(style|on.*)$/.test(attribute.name ?? 'style')));
  if (!isCode && !isRefused) return [];
  return [
    {
      rule: 'malformed-mdx',
      expected: 'Markdown, math, plain HTML without style, or a comment {/* … */}',
      mend: 'Write a bare brace as \\{, TeX between dollar signs, an image as ![what one sees](./name.png).',
    },
  ];
}
