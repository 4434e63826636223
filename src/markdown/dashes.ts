import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { formatDashes } from '../lib/typography.ts';
import { verbatim } from './tree.ts';

/** Formats the dashes of prose like those of the fields. */
export function rehypeDashes() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'element' && verbatim.has(node.tagName)) return SKIP;
      if (node.type === 'text') node.value = formatDashes(node.value);
      return undefined;
    });
  };
}
