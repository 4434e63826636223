import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addFacts } from './facts.ts';

/**
 * Turns rehype-katex's message about invalid TeX into a build error; rehype-katex itself only renders such TeX in red.
 * Makes displayed formulas focusable, because a wide formula scrolls in its own box. The page reads `hasMath`.
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
