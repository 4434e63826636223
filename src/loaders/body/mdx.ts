import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BodyFault, BodyNode } from './node.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/** What the parser throws; where it says no place, it names one in its reason. */
interface Complaint {
  reason: string;
  ruleId: string;
  line?: number;
  column?: number;
}

/**
 * Reads MDX. The parser stops at the first mistake, so the block in which it stops is reported and
 * blanked out, again and again until the rest can be read.
 */
export function parseMdx(text: string): { tree: BodyNode; faults: BodyFault[] } {
  const faults: BodyFault[] = [];
  const lostTags = new Set<string>();
  let rest = text;
  for (;;)
    try {
      return { tree: parser.parse(rest) as BodyNode, faults };
    } catch (error) {
      const complaint = error as Complaint;
      if (typeof complaint.reason !== 'string') throw error;
      const offsets = findOffsets(rest, complaint);
      const fault = describeComplaint(rest, complaint, offsets);
      // A tag whose other half was in a block that is blanked out is not at fault.
      const [tag = ''] = listTags(rest.slice(fault.offset));
      const isAboutTag = /tag-mismatch|closing-slash/.test(complaint.ruleId);
      if (!isAboutTag || !lostTags.has(tag)) faults.push(fault);
      let next = rest;
      for (const offset of [fault.offset, ...offsets]) {
        const [start, end] = findBlock(rest, offset);
        for (const lost of listTags(rest.slice(start, end))) lostTags.add(lost);
        next = next.slice(0, start) + blank(rest.slice(start, end)) + next.slice(end);
      }
      rest = next === rest ? blank(rest) : next;
    }
}

function listTags(text: string): string[] {
  return Array.from(text.matchAll(/<\/?([\w.]*)/g), ([, name = '']) => name);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Where the parser noticed the mistake, and the other places that it names. */
function findOffsets(text: string, { reason, line, column }: Complaint): number[] {
  const lines = text.split('\n');
  const toOffset = (row: number, start: number): number =>
    lines.slice(0, row - 1).reduce((sum, { length }) => sum + length + 1, start - 1);
  return [
    ...(line === undefined ? [] : [toOffset(line, column ?? 1)]),
    ...Array.from(reason.matchAll(/\((\d+):(\d+)/g), ([, row, start]) =>
      toOffset(Number(row), Number(start)),
    ),
  ];
}

function describeComplaint(
  text: string,
  { reason, ruleId }: Complaint,
  offsets: number[],
): BodyFault & { offset: number } {
  const [noticed = 0, other = noticed] = offsets;
  const rule = 'malformed-mdx';
  if (reason.includes('import/exports'))
    return {
      rule: 'code-in-content',
      offset: text.lastIndexOf('\n', noticed - 1) + 1,
      expected:
        'a paragraph that does not begin with “import” or “export”, which begin program code',
      mend: 'Begin the paragraph with another word.',
    };
  if (reason.includes('expression'))
    return {
      rule,
      offset: findOpeningBrace(text, noticed),
      expected: 'no brace by itself: { begins program code, which ends at }',
      mend: 'Put TeX between dollar signs, and write a brace itself as \\{.',
    };
  const holdsNothing = /`<(br|hr|wbr|img|input)>`/.exec(reason)?.[1];
  if (holdsNothing !== undefined)
    return {
      rule,
      offset: other,
      expected: 'a slash at the end of a tag that holds nothing',
      nearest: `<${holdsNothing} />`,
      mend: 'Add the slash.',
    };
  const [, closing, opening] = /`<(\/?)([^>`]*)>`/.exec(reason) ?? [];
  if (ruleId === 'end-tag-mismatch' && opening !== undefined)
    return {
      rule,
      offset: closing ? noticed : other,
      expected: closing
        ? `no </${opening}> here: what it would close is not open, or something else is`
        : `</${opening}>, which closes the <${opening}> here, before the paragraph ends`,
      mend: `Close each tag in the paragraph where it is opened; one that holds nothing is <${opening} />.`,
    };
  const offset = Math.max(text.lastIndexOf('<', noticed), 0);
  if (ruleId === 'unexpected-closing-slash')
    return {
      rule,
      offset,
      expected: 'no closing tag here: nothing is open that it closes',
      mend: 'Open the tag before it in the same paragraph, or take it out.',
    };
  return {
    rule,
    offset,
    expected: 'no < by itself: it begins a tag, as in <sub>i</sub>',
    mend: 'Write \\< for the sign itself, [words](https://…) for a link, {/* … */} for a remark.',
  };
}

function findOpeningBrace(text: string, from: number): number {
  let depth = 0;
  for (let index = from - 1; index >= 0; index -= 1) {
    if (text[index] === '}') depth += 1;
    if (text[index] === '{' && (depth -= 1) < 0) return index;
  }
  return from;
}

/** The beginning and end of the paragraph, list item, table row or heading at `offset`. */
function findBlock(text: string, offset: number): [start: number, end: number] {
  const lines = text.split('\n');
  const row = text.slice(0, offset).split('\n').length - 1;
  const isEdge = (line = ''): boolean => /^[\s>]*(```|~~~|\$\$|$)/.test(line);
  const isStart = (line = ''): boolean => /^[\s>]*([-*+]\s|\d+[.)]\s|\||#)/.test(line);
  let first = row;
  while (first > 0 && !isStart(lines[first]) && !isEdge(lines[first - 1])) first -= 1;
  let end = row + 1;
  while (end < lines.length && !isStart(lines[end]) && !isEdge(lines[end])) end += 1;
  const start = lines.slice(0, first).join('\n').length + Math.min(first, 1);
  return [start, start + lines.slice(first, end).join('\n').length];
}
