import type { Element, ElementContent, Nodes } from 'hast';
import { h } from 'hastscript';
import { isDropped } from '../portable-html.ts';

/** The classes of an element. */
export function listClasses({ properties }: Element): string[] {
  return [properties.className ?? []].flat().map(String);
}

/** The text of a node and all below it. */
export function readText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(readText).join('') : '';
}

/**
 * HTML of a page without what it says twice, each formula as an element `math` that holds its TeX; with the
 * number of an equation as the TeX of it.
 */
export function prepare(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || isDropped(node)) return [];
  const classes = listClasses(node);
  if (classes.includes('equation')) return [buildFormula(node, readNumber(node))];
  if (classes.includes('katex-display')) return [buildFormula(node)];
  if (classes.includes('katex')) return [h('math', { dataTex: readTex(node) })];
  return [{ ...node, children: node.children.flatMap(prepare) }];
}

/** A formula on lines of its own. */
function buildFormula(node: Element, number?: string): Element {
  const tex = readTex(node).replace(/^\n+|\s+$/g, '');
  const tag = number === undefined || tex.includes('\\tag') ? '' : `\n\\tag{${number}}`;
  return h('math', { display: 'block', dataTex: tex + tag });
}

function readTex(node: Element): string {
  const annotation = findElement(node, ({ tagName }) => tagName === 'annotation');
  if (annotation === undefined) throw new Error('A formula does not hold its TeX.');
  return readText(annotation);
}

/** The number of an equation without its brackets. */
function readNumber(node: Element): string | undefined {
  const mark = findElement(node, (one) => listClasses(one).includes('equation-number'));
  return mark && readText(mark).replace(/[()]/g, '');
}

function findElement(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findElement(child, test);
    if (found) return found;
  }
  return undefined;
}
