import type { Element, ElementContent, Nodes } from 'hast';

export function listClasses({ properties }: Element): string[] {
  return [properties.className ?? []].flat().map(String);
}

/** The elements among nodes and their descendants that pass a test. Does not search within a match. */
export function listElements(nodes: readonly Nodes[], test: (node: Element) => boolean): Element[] {
  const found: Element[] = [];
  const search = (node: Nodes) => {
    if (node.type === 'element' && test(node)) found.push(node);
    else if ('children' in node) for (const child of node.children) search(child);
  };
  nodes.forEach(search);
  return found;
}

/** Calls `use` with each element of a tree. */
export function visitElements(node: Nodes, use: (element: Element) => void): void {
  if (node.type === 'element') use(node);
  if ('children' in node) for (const child of node.children) visitElements(child, use);
}

export function hasClass(name: string): (node: Element) => boolean {
  return ({ properties: { className } }) => Array.isArray(className) && className.includes(name);
}

/**
 * Replaces elements. `replace` returns replacements for an element, or undefined to continue within it. Elements in
 * which nothing is replaced are not copied.
 */
export function replaceElements(
  nodes: readonly ElementContent[],
  replace: (element: Element) => ElementContent[] | undefined,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return node;
    const replaced = replace(node);
    if (replaced !== undefined) return replaced;
    const children = replaceElements(node.children, replace);
    const isSame =
      children.length === node.children.length &&
      children.every((child, index) => child === node.children[index]);
    return isSame ? node : { ...node, children };
  });
}
