import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';

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

/** Returns the text of a node without footnote numbers; `readMath` converts TeX. */
export function readText(node: Nodes, readMath = (tex: string) => tex): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && 'dataFootnoteRef' in node.properties) return '';
  if (!('children' in node)) return '';
  const words = node.children.map((child) => readText(child, readMath)).join('');
  const isMath = node.type === 'element' && String(node.properties.className).includes('math-');
  return isMath ? readMath(words) : words;
}

/** Elements whose text must not change: code, TeX and links. */
export const verbatim = new Set(['code', 'pre', 'a', 'script', 'style']);
