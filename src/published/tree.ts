import type { Element, ElementContent, Nodes } from 'hast';

/** The classes of an element. */
export function listClasses({ properties }: Element): string[] {
  return [properties.className ?? []].flat().map(String);
}

/** The elements among nodes and all below them that pass a test; it does not look within those that do. */
export function listElements(nodes: readonly Nodes[], test: (node: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (node.type === 'element' && test(node)) return [node];
    return 'children' in node ? listElements(node.children, test) : [];
  });
}

/** Passes the elements that have a class. */
export function hasClass(name: string): (node: Element) => boolean {
  return (node) => listClasses(node).includes(name);
}

/** A copy of nodes; `replace` gives other nodes for an element, or nothing to copy it and read on within it. */
export function replaceElements(
  nodes: readonly ElementContent[],
  replace: (element: Element) => ElementContent[] | undefined,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    return replace(node) ?? [{ ...node, children: replaceElements(node.children, replace) }];
  });
}
