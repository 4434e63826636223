import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { interactiveFigureNames } from '../figures/registry.ts';
import { findForbidden, type MarkupNode } from '../lib/markup.ts';

const components = ['Figure', 'Table', 'Aside', ...interactiveFigureNames];

/** Stops every build at program code and forbidden tags. `npm run check` reports all of them, with replacements. */
export function remarkPlainContent() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      const forbidden = findForbidden(node as MarkupNode, components);
      if (forbidden === undefined) return;
      const { line = 1, column = 1 } = node.position?.start ?? {};
      file.fail(
        `${file.path}:${line}:${column}: “${forbidden}” cannot stand in content. Run “npm run check” for the fix.`,
        node,
      );
    });
  };
}
