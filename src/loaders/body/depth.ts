import type { Processor } from 'unified';
import type { BodyFault, BodyNode } from './node.ts';

/** More levels than any text needs. The Markdown and TeX parsers get slower with each. */
export const mostLevels = 100;

const deep = {
  rule: 'too-deep' as const,
  expected: `at most ${mostLevels} nested levels`,
};

/** The markers of lists and quotations at the beginning of a line. */
const containers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))*/;

/**
 * Blanks out lines that are nested too deeply in lists and quotations. Reports the first of each
 * run.
 */
export function blankDeepLines(text: string, report: (fault: BodyFault) => void): string {
  /** The columns of the open list items. */
  const items: number[] = [];
  let offset = 0;
  let isDeep = false;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    const signs = containers.exec(line)?.[0] ?? '';
    const column = line.search(/\S/);
    if (column < 0) return line;
    while ((items.at(-1) ?? -1) >= column) items.pop();
    const count = signs.replace(/[ \t]|\d(?=\d)/g, '').replace(/\d[.)]/g, '-').length;
    const isBelow = items.length + count > mostLevels;
    if (isBelow && !isDeep)
      report({
        ...deep,
        offset: start + column,
        fix: 'Remove levels of lists and quotations, or write paragraphs.',
      });
    isDeep = isBelow;
    if (isBelow) return ' '.repeat(line.length);
    if (/[-*+.)]/.test(signs)) for (let level = 0; level < count; level += 1) items.push(column);
    return line;
  });
  return lines.join('\n');
}

const tooDeepNode = { ...deep, fix: 'Remove some of the surrounding levels.' };

/**
 * Removes nodes that are nested too deeply, and reports each. Use it before `remarkGfm`, which
 * finds addresses by recursion.
 */
export function limitDepth(this: Processor, report: (fault: BodyFault) => void): undefined {
  const { fromMarkdownExtensions = [] } = this.data();
  fromMarkdownExtensions.push({ transforms: [(tree) => cutDeepNodes(tree as BodyNode, report)] });
}

function cutDeepNodes(tree: BodyNode, report: (fault: BodyFault) => void): undefined {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === mostLevels)
      for (const node of level.filter(({ children = [] }) => children.length > 0)) {
        node.children = [];
        report({ ...tooDeepNode, offset: node.position?.start.offset ?? 0 });
      }
    level = level.flatMap(({ children = [] }) => children);
  }
}

export const tooDeepFormula = { ...deep, fix: 'Remove braces, or split the formula.' };

/** Returns the offset of the first brace that is nested too deeply, or undefined. */
export function findDeepBrace(tex: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of tex.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{' && (depth += 1) > mostLevels) return index;
    if (sign === '}') depth -= 1;
  }
  return undefined;
}
