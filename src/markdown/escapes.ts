import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Between an @ and a word: no sign of a key, so that the two are no citation. Never printed. */
const guard = '\u2060';

/** Remembers of an @ that its author wrote a backslash before it, which Markdown takes away. */
export function remarkEscapes() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'text', (node) => {
      if (node.position === undefined) return;
      const { start, end } = node.position;
      const source = String(file).slice(start.offset, end.offset);
      // An author who writes the sign by its name means the sign, too.
      const signs = source.match(/\\?@|&(?:commat|#0*64|#x0*40);/gi) ?? [];
      const escapes = signs.map((sign) => sign !== '@');
      let place = 0;
      node.value = node.value.replaceAll('@', (sign) => sign + (escapes[place++] ? guard : ''));
    });
  };
}

/** The value of an attribute, which holds its backslashes still, remembering of each @ that it had one. */
export function guardEscapes(text: string): string {
  return text.replaceAll('\\@', `@${guard}`);
}

/** `text` as it is printed. */
export function removeGuards(text: string): string {
  return text.replaceAll(`@${guard}`, '@');
}

/** Forgets it again, once citations are read. */
export function rehypeEscapes() {
  return (tree: HtmlRoot) => {
    visit(tree, 'text', (node) => {
      node.value = removeGuards(node.value);
    });
  };
}
