import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { formatDashes } from '../lib/typography.ts';
import { verbatim } from './tree.ts';

/** Sets the dashes of prose as those of the fields are set. */
export function rehypeDashes() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'element' && verbatim.has(node.tagName)) return SKIP;
      if (node.type === 'text') node.value = formatDashes(node.value);
      return undefined;
    });
  };
}
