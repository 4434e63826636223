import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { bracedKey } from '../bibliography/cite.ts';
import { interactiveFigureNames } from '../figures/registry.ts';
import { findForbidden, type MarkupNode } from '../lib/markup.ts';

const components = ['Figure', 'Table', 'Aside', ...interactiveFigureNames];

/** Whether a text has a brace without a backslash, which elsewhere is program code. */
function hasBrace({ type, position, data }: Nodes, file: VFile): boolean {
  if (type !== 'text' || position === undefined || (data && 'isRead' in data)) return false;
  const source = String(file).slice(position.start.offset, position.end.offset);
  return /(?<!\\)(?:\\\\)*\{/.test(source.replace(bracedKey, ''));
}

/** Stops every build at program code and forbidden tags. `npm run check` reports all of them, with replacements. */
export function remarkPlainContent() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      const forbidden = hasBrace(node, file) ? '{' : findForbidden(node as MarkupNode, components);
      if (forbidden === undefined) return;
      const { line = 1, column = 1 } = node.position?.start ?? {};
      file.fail(
        `${file.path}:${line}:${column}: “${forbidden}” cannot stand in content. Run “npm run check” for the fix.`,
        node,
      );
    });
  };
}
