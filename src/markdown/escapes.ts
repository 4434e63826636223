import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Put between an @ and a word so that they do not form a citation. Removed before printing. */
const guard = '\u2060';

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

/** Marks each escaped @ in the value of an attribute, which still has its backslashes. */
export function guardEscapes(text: string): string {
  return text.replaceAll('\\@', `@${guard}`);
}

export function removeGuards(text: string): string {
  return text.replaceAll(`@${guard}`, '@');
}

/** Removes the marks after citations are parsed. */
export function rehypeEscapes() {
  return (tree: HtmlRoot) => {
    visit(tree, 'text', (node) => {
      node.value = removeGuards(node.value);
    });
  };
}
