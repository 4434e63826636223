import type { Element, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { buildElement } from './tree.ts';

export interface BackgroundOptions {
  /** Returns the current fields of the entry at `path`. */
  readFields: (path: string) => unknown;
}

/**
 * Marks each section of a text that is background. The mark is beside its heading: inside, it would be part of the
 * heading's accessible name. A text that begins without a heading is marked above its first block.
 */
export function rehypeBackground({ readFields }: BackgroundOptions) {
  return (tree: Root, file: VFile) => {
    const { background } = (readFields(file.path) ?? {}) as { background?: unknown };
    if (background !== true) return;
    // A figure is an element of MDX.
    const first = tree.children.find(({ type }) => /^(element|mdxJsxFlowElement)$/.test(type));
    if (first && !isSectionHeading(first)) tree.children.unshift(buildMark('p'));
    visit(tree, 'element', (element) => {
      if (isSectionHeading(element)) element.children.push(buildMark('span'));
    });
  };
}

function isSectionHeading(node: RootContent): node is Element {
  if (node.type !== 'element' || ![node.properties.className].flat().includes('heading'))
    return false;
  return node.children.some((child) => child.type === 'element' && child.tagName === 'h2');
}

/** The mark is a word of the site, whatever the language of the entry. */
function buildMark(tagName: 'p' | 'span'): Element {
  return buildElement(tagName, { className: ['background-mark'], lang: 'en' }, 'Background');
}
