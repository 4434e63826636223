import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * rehype-katex prints bad TeX in red and builds on; this makes its message stop the build. A formula of its
 * own can be wider than the page: it scrolls in its own box, which the keyboard must reach.
 */
export function rehypeStrictMath() {
  return (tree: Root, file: VFile) => {
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message)
      file.fail(
        message.cause instanceof Error ? message.cause.message : message.reason,
        message.place,
      );
    visit(tree, 'element', ({ properties }) => {
      if ([properties.className].flat().includes('katex-display'))
        Object.assign(properties, { tabIndex: 0, role: 'group', ariaLabel: 'Formula' });
    });
  };
}
