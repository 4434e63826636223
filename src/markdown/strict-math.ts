import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addFacts } from './facts.ts';

/**
 * rehype-katex prints bad TeX in red and builds on; this makes its message stop the build. A displayed formula can be
 * wider than the page: it scrolls in its own box, which the keyboard must reach. The page finds `hasMath`.
 */
export function rehypeStrictMath() {
  return (tree: Root, file: VFile) => {
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message)
      file.fail(
        message.cause instanceof Error ? message.cause.message : message.reason,
        message.place,
      );
    let hasMath = false;
    visit(tree, 'element', ({ properties }) => {
      const classes = [properties.className].flat();
      hasMath ||= classes.includes('katex');
      if (classes.includes('katex-display'))
        Object.assign(properties, { tabIndex: 0, role: 'group', ariaLabel: 'Formula' });
    });
    addFacts(file, { hasMath });
  };
}
