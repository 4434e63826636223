import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';

/** An element of HTML as a node of the tree. */
export function buildElement(
  tagName: string,
  properties: Properties,
  ...children: (RootContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : (child as ElementContent),
    ),
  };
}

/** The words of a node and all below it, without the numbers of footnotes; `readMath` reads TeX. */
export function readText(node: Nodes, readMath = (tex: string) => tex): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && 'dataFootnoteRef' in node.properties) return '';
  if (!('children' in node)) return '';
  const words = node.children.map((child) => readText(child, readMath)).join('');
  const isMath = node.type === 'element' && String(node.properties.className).includes('math-');
  return isMath ? readMath(words) : words;
}

/** Elements whose text stands as it is: code, TeX, and what is a link already. */
export const verbatim = new Set(['code', 'pre', 'a', 'script', 'style']);
