import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { buildWorkId, parseWorkId } from '../bibliography/numbering.ts';
import { isPageOnly } from './page-only.ts';
import { hasClass, listClasses, listElements, replaceElements } from './tree.ts';

/**
 * Prepares the HTML of a page for Markdown. Each formula becomes an element `math` with its TeX, and the number of an
 * equation becomes its tag. A heading in a list becomes a paragraph. A work in a list becomes one paragraph that begins
 * with its key. Parts that only styles put on separate lines are separated by signs.
 */
export function prepare(node: Nodes): ElementContent[] {
  // Without positions, which would be copied with each node.
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element' || isPageOnly(node)) return [];
  const classes = listClasses(node);
  if (classes.includes('equation')) return [buildFormula(node, readNumber(node))];
  if (classes.includes('katex-display')) return [buildFormula(node)];
  if (classes.includes('katex')) return [h('math', { dataTex: readTex(node) })];
  // The box of a task is looked for at the start of its item.
  if (node.tagName === 'label') return prepareAll(node.children);
  if (node.tagName === 'li') return [prepareItem(node)];
  if (node.tagName === 'article')
    return [{ ...node, children: prepareAll(node.children) }].map(beginWithHeading);
  const { tagName, properties } = node;
  return [{ type: 'element', tagName, properties, children: prepareAll(node.children) }];
}

function prepareAll(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child, index) => {
    const separator = findSeparator(children, index);
    return [
      ...(separator === undefined ? [] : [{ type: 'text', value: separator } as const]),
      ...prepare(child),
    ];
  });
}

/** The separator before a part that a style puts on a line of its own. */
function findSeparator(siblings: readonly ElementContent[], index: number): string | undefined {
  const isBlock = (node: ElementContent | undefined) =>
    node?.type === 'element' && ['a', 'span'].includes(node.tagName) && hasClass('block')(node);
  if (!isBlock(siblings[index])) return undefined;
  const before = siblings
    .slice(0, index)
    .findLast((node) => node.type !== 'text' || node.value.trim() !== '');
  if (before === undefined || (before.type === 'element' && hasClass('sr-only')(before)))
    return undefined;
  return isBlock(before) ? ', ' : ' · ';
}

function prepareItem(item: Element): Element {
  const key = parseWorkId(item.properties.id);
  const prepared = prepareAll(item.children);
  const [only, ...more] = prepared.filter((child) => child.type === 'element');
  if (only && more.length === 0 && heading.test(only.tagName))
    return { ...item, children: [h('strong', only.children)] };
  if (key === undefined) return { ...item, children: lowerHeadings(prepared) };
  const label = h('a', { href: `#${buildWorkId(key)}`, dataKey: '' }, key);
  const paragraphs = listElements(item.children, ({ tagName }) => tagName === 'p');
  const words = paragraphs
    .map(({ children }) => prepareAll(children))
    .filter((children) => children.some((child) => toString(child).trim() !== ''));
  const space = { type: 'text', value: ' ' } as const;
  return { ...item, children: [label, ...words.flatMap((children) => [space, ...children])] };
}

const heading = /^h[1-6]$/;

/**
 * A heading in a list item would be a heading of the page, so it becomes the start of the paragraph below it. A picture
 * above it follows.
 */
function lowerHeadings(children: readonly ElementContent[]): ElementContent[] {
  const elements = children.filter((child) => child.type === 'element');
  const at = elements.findIndex(({ tagName }) => !/^(?:img|picture)$/.test(tagName));
  const [first, second, ...others] = elements.slice(Math.max(at, 0));
  const pictures = elements.slice(0, Math.max(at, 0));
  if (first && heading.test(first.tagName)) {
    const hasText = second?.tagName === 'p';
    const words = [h('strong', first.children), ...(hasText ? [h('br'), ...second.children] : [])];
    const rest = [...pictures, ...(hasText || second === undefined ? [] : [second]), ...others];
    return rest.length === 0 ? words : [h('p', words), ...rest];
  }
  return children.map((child) =>
    child.type === 'element' ? { ...child, children: lowerHeadings(child.children) } : child,
  );
}

/** Moves the heading to the front if a status precedes it. */
function beginWithHeading(article: Element): Element {
  const [first] = listElements([article], ({ tagName }) => heading.test(tagName));
  // An entry's page begins with its title, and its sections follow.
  if (first === undefined || first.tagName < 'h3') return article;
  return { ...article, children: [first, ...removeElement(article.children, first)] };
}

function removeElement(nodes: readonly ElementContent[], one: Element): ElementContent[] {
  return replaceElements(nodes, (element) => (element === one ? [] : undefined));
}

/** A displayed formula. */
function buildFormula(node: Element, number?: string): Element {
  const tex = readTex(node).replace(/^\n+|\s+$/g, '');
  const tag = number === undefined || tex.includes('\\tag') ? '' : `\n\\tag{${number}}`;
  const properties: Properties = { display: 'block', dataTex: tex + tag };
  return h('math', properties);
}

function readTex(node: Element): string {
  const [annotation] = listElements([node], ({ tagName }) => tagName === 'annotation');
  if (annotation === undefined) throw new Error('A formula does not hold its TeX.');
  return toString(annotation);
}

/** The number of an equation without its brackets. */
function readNumber(node: Element): string | undefined {
  const [mark] = listElements([node], hasClass('equation-number'));
  return mark && toString(mark).replace(/[()]/g, '');
}
