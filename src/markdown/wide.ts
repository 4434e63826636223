import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findWords } from '../words/words.ts';
import type { LanguageOptions } from './language.ts';
import { buildElement, hasClass, readText } from './tree.ts';

/** More signs without a place to break than fit in one line of a phone. */
export const mostSigns = 24;

/** How many headings of its columns name a table without a caption. */
const mostNames = 3;

/**
 * Lets tables, and formulas in which no line can be broken, scroll in themselves, by touch and by keyboard. A displayed
 * formula is first broken where the author put a wide space, then after a relation.
 */
export function rehypeWide({ language }: LanguageOptions) {
  return (tree: Root, file: VFile) => {
    const words = findWords(language(file.path));
    visit(tree, 'element', (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      if (node.tagName === 'table' && !isCaptioned(parent)) {
        const names = listNames(node).join(', ');
        const name = words.format(words.text.tableOf, { names });
        const group = { className: ['wide'], role: 'group', ariaLabel: name, tabIndex: 0 };
        parent.children[index] = buildElement('div', group, node);
        return SKIP;
      }
      if (hasClass(node, 'katex-display')) {
        splitAtSpaces(node);
        return SKIP;
      }
      if (!hasClass(node, 'katex')) return undefined;
      if (!isLong(node)) return SKIP;
      const formula = { role: 'group', ariaLabel: words.text.formula, tabIndex: 0 };
      node.properties = { className: ['katex', 'wide'], ...formula };
      return SKIP;
    });
  };
}

function isCaptioned(parent: Parents): boolean {
  return parent.type === 'element' && parent.tagName === 'figure';
}

/**
 * Splits a displayed formula at wide spaces such as `\qquad`, and each part after its relations. Each part gets an element
 * of its own, so that a line is broken within a part only if the part is wider than the line.
 */
function splitAtSpaces(display: Element): void {
  visit(display, 'element', (html) => {
    if (!hasClass(html, 'katex-html')) return undefined;
    const gaps: Element[] = [];
    const bases = html.children.filter((child) => child.type === 'element');
    const parts: Element[][] = [[]];
    for (const base of bases) {
      // Numbers of rows and breaks stand between the bases.
      if (!hasClass(base, 'katex-base')) return SKIP;
      const [strut, ...signs] = base.children;
      let run: ElementContent[] = [];
      const endRun = () => {
        if (strut && run.length > 0)
          parts.at(-1)?.push({ ...base, children: [structuredClone(strut), ...run] });
        run = [];
      };
      for (const sign of signs) {
        const width = readSpace(sign);
        if (width < 1) run.push(sign);
        else {
          endRun();
          gaps.push(buildGap(width));
          parts.push([]);
        }
      }
      endRun();
    }
    html.children = parts.flatMap((part, index) => [
      ...gaps.slice(index - 1, index),
      ...(parts.length > 1 ? wrap(joinTerms(part)) : joinTerms(part)),
    ]);
    return SKIP;
  });
}

/** Joins the signs up to each relation, after which a line may be broken. */
function joinTerms(bases: readonly Element[]): Element[] {
  const terms: Element[][] = [[]];
  for (const [index, base] of bases.entries()) {
    terms.at(-1)?.push(base);
    const sign = base.children.findLast((child) => readSpace(child) === 0);
    const isRelation = sign?.type === 'element' && hasClass(sign, 'mrel');
    if (isRelation && index < bases.length - 1) terms.push([]);
  }
  return terms.length > 1 ? terms.flatMap(wrap) : [...bases];
}

/** Puts several elements into one. */
function wrap(elements: Element[]): Element[] {
  if (elements.length < 2) return elements;
  return [buildElement('span', { className: ['formula-part'] }, ...elements)];
}

/** A space that has no width at the end of a line. */
function buildGap(width: number): Element {
  return buildElement('span', { style: `word-spacing:${width - 0.25}em` }, ' ');
}

/** The width of a space of KaTeX in em; 0 for other signs. */
function readSpace(sign: ElementContent): number {
  if (sign.type !== 'element' || !hasClass(sign, 'mspace')) return 0;
  return Number(/margin-right:\s*([\d.]+)em/.exec(String(sign.properties.style))?.[1] ?? 0);
}

function listNames(table: Element): string[] {
  const names: string[] = [];
  visit(table, 'element', (node) => {
    const name = node.tagName === 'th' ? readText(node).trim() : '';
    if (name !== '' && names.length < mostNames) names.push(name);
  });
  return names;
}

/** Whether a part of a formula between two places to break is long. */
function isLong(formula: Element): boolean {
  let isFound = false;
  visit(formula, 'element', (node) => {
    if (!hasClass(node, 'katex-base')) return;
    isFound ||= toString(node).replace(/[\s\u200b]/g, '').length > mostSigns;
  });
  return isFound;
}
