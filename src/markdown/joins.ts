import type { Element, Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { buildElement, hasClass, verbatim } from './tree.ts';
import { mostSigns } from './wide.ts';

/** Punctuation that must not begin a line. */
const closing = /^[,.;:?!)\]’”…]+/;

/** The last word before a mark, with the space between both. */
const lastWord = /\S*[ \n]$/;

/** The space between the last two words of a block: Firefox would leave one alone in the last line. */
const lastSpace = /(?<=(\S+))[ \n](?=(\S+)\s*$)/;

const noBreak = '\u00a0';

const blocks = new Set(['p', 'li', 'figcaption']);

/**
 * Keeps a formula on the line of the punctuation after it, and a citation mark also on the line of the word before it. A
 * browser may break a line at each side of a box, and formulas and marks are boxes. Keeps the last two words of a
 * paragraph or an item together.
 */
export function rehypeJoins() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'element' && isWhole(node)) return SKIP;
      if (!('children' in node)) return undefined;
      joinIn(node);
      // The caption of a computed figure stands in a component, not in an element.
      const isBlock = node.type === 'element' && blocks.has(node.tagName);
      if (isBlock || node.type === 'mdxJsxFlowElement') joinLastWords(node);
      return undefined;
    });
  };
}

/** Whether nothing in an element is to be joined. */
function isWhole(node: Element): boolean {
  return verbatim.has(node.tagName) || isFormula(node) || hasClass(node, 'joined');
}

function joinIn(parent: Parents): void {
  const children: RootContent[] = [];
  const rest = parent.children.slice();
  for (let node = rest.shift(); node !== undefined; node = rest.shift()) {
    const isMark = node.type === 'element' && hasClass(node, 'cites');
    if (node.type !== 'element' || !(isMark || isJoined(node))) {
      children.push(node);
      continue;
    }
    const [signs, after] = splitText(rest[0], closing);
    const [word, before] = isMark ? splitText(children.at(-1), lastWord) : [];
    const last = word?.trim() === '' && before === '' ? children.at(-2) : undefined;
    const formula = last?.type === 'element' && isJoined(last) ? [last] : [];
    const line = signs === undefined ? [node] : [node, signs];
    const whole = word === undefined ? line : [...formula, word, ...line];
    const parts = [whole, line].find((parts) => parts.length > 1 && countSigns(parts) <= mostSigns);
    if (parts === undefined) {
      children.push(node);
      continue;
    }
    if (parts !== line) {
      children.splice(-1 - formula.length);
      if (before) children.push({ type: 'text', value: before });
    }
    if (signs !== undefined) rest[0] = { type: 'text', value: after ?? '' };
    children.push(join(parts));
  }
  parent.children = children;
}

function joinLastWords(block: Parents): void {
  const last = block.children.at(-1);
  // A shorter block has no last line that differs from its others.
  if (last?.type !== 'text' || toString(block).length < 3 * mostSigns) return;
  const [, one = '', other = ''] = lastSpace.exec(last.value) ?? [];
  if (one.length + other.length < mostSigns) last.value = last.value.replace(lastSpace, noBreak);
}

/** Splits a text into what matches and the rest. */
function splitText(node: RootContent | undefined, pattern: RegExp): [string?, string?] {
  if (node?.type !== 'text') return [];
  const [found] = pattern.exec(node.value) ?? [];
  return found === undefined ? [] : [found, node.value.replace(pattern, '')];
}

/** How many signs stand in one line: of a formula, those after its last place to break. */
function countSigns(parts: readonly (Element | string)[]): number {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part;
    let last: Element = part;
    visit(part, 'element', (node) => {
      if (hasClass(node, 'katex-base')) last = node;
    });
    return toString(last).replaceAll('\u200b', '');
  });
  return words.join('').length;
}

/** Puts parts into one line, which is broken within their formulas alone. */
function join(parts: readonly (Element | string)[]): Element {
  for (const part of parts) if (typeof part !== 'string' && isFormula(part)) allowBreaks(part);
  return buildElement('span', { className: ['joined'] }, ...parts);
}

function allowBreaks(formula: Element): void {
  visit(formula, 'element', (html) => {
    if (!hasClass(html, 'katex-html')) return undefined;
    html.children = html.children.flatMap((base, index) =>
      index === 0 ? [base] : [buildElement('wbr', {}), base],
    );
    return SKIP;
  });
}

/** Whether an element is a formula in a line. One that scrolls in itself takes a line of its own. */
function isJoined(node: Element): boolean {
  return isFormula(node) && !hasClass(node, 'wide');
}

function isFormula(node: Element): boolean {
  return hasClass(node, 'katex') || hasClass(node, 'katex-display');
}
