import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { guard, removeGuards } from '../lib/escaped-at.ts';

/** Marks each @ after a backslash, because Markdown removes the backslash. */
export function remarkEscapes() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'text', (node) => {
      if (node.position === undefined) return;
      const { start, end } = node.position;
      const source = String(file).slice(start.offset, end.offset);
      // A character reference for @ counts as escaped, too.
      const signs = source.match(/\\?@|&(?:commat|#0*64|#x0*40);/gi) ?? [];
      const escapes = signs.map((sign) => sign !== '@');
      let place = 0;
      node.value = node.value.replaceAll('@', (sign) => sign + (escapes[place++] ? guard : ''));
    });
  };
}

/** Removes the marks after citations are parsed. */
export function rehypeEscapes() {
  return (tree: HtmlRoot) => {
    visit(tree, 'text', (node) => {
      node.value = removeGuards(node.value);
    });
  };
}
