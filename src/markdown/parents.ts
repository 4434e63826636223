import type { Node, Parent } from 'mdast';

/** Builds an mdast node that becomes the element `tagName`. */
export function buildParent(tagName: string, hProperties: object, children: Node[]): Parent {
  return { type: tagName, data: { hName: tagName, hProperties }, children } as unknown as Parent;
}

export const text = (value: string): Node => ({ type: 'text', value }) as Node;
