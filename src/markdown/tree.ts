import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import { shiftLetters } from '../lib/math-text.ts';

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

export function hasClass({ properties }: Element, name: string): boolean {
  return [properties.className].flat().includes(name);
}

/** Returns the text of a node without footnote numbers. With `readMath`, which converts TeX, indices are Unicode. */
export function readText(node: Nodes, readMath?: (tex: string) => string): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && 'dataFootnoteRef' in node.properties) return '';
  if (!('children' in node)) return '';
  const words = node.children.map((child) => readText(child, readMath)).join('');
  if (readMath === undefined) return words;
  const name = readName(node);
  if (name === 'sub' || name === 'sup') return shiftLetters(words, name) ?? words;
  const isMath = node.type === 'element' && String(node.properties.className).includes('math-');
  return isMath ? readMath(words) : words;
}

/** The name of an element, also of one that the author wrote as a tag. */
function readName(node: Nodes): unknown {
  if (node.type === 'element') return node.tagName;
  return 'name' in node ? node.name : undefined;
}

/** Elements whose text must not change: code, TeX and links. */
export const verbatim = new Set(['code', 'pre', 'a', 'script', 'style']);
