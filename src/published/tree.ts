import type { Element, ElementContent, Nodes } from 'hast';

export function listClasses({ properties }: Element): string[] {
  return [properties.className ?? []].flat().map(String);
}

/** The elements among nodes and their descendants that pass a test. Does not search within a match. */
export function listElements(nodes: readonly Nodes[], test: (node: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (node.type === 'element' && test(node)) return [node];
    return 'children' in node ? listElements(node.children, test) : [];
  });
}

export function hasClass(name: string): (node: Element) => boolean {
  return (node) => listClasses(node).includes(name);
}

/** Copies nodes. `replace` returns replacements for an element, or undefined to copy it and continue within it. */
export function replaceElements(
  nodes: readonly ElementContent[],
  replace: (element: Element) => ElementContent[] | undefined,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    return replace(node) ?? [{ ...node, children: replaceElements(node.children, replace) }];
  });
}
