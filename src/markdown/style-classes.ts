import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addFacts } from './facts.ts';

/**
 * Moves the style attributes that KaTeX and Shiki write into classes, for the site's policy allows no
 * style attributes; and the alignment of a table's cells, whose attribute HTML has no more. The rules are handed to the page as `styles`, beside `hasMath`, in the entry's
 * front matter. A class is named by what it declares, so equal declarations share one on every page.
 */
export function rehypeStyleClasses() {
  return (tree: Root, file: VFile) => {
    const rules = new Map<string, string>();
    let hasMath = false;
    visit(tree, 'element', ({ properties }) => {
      // Shiki writes its classes as they stand in HTML, in one text.
      const classes = [properties.className ?? String(properties.class ?? '').split(' ')]
        .flat()
        .map(String)
        .filter(Boolean);
      hasMath ||= classes.includes('katex');
      const { align } = properties;
      const style = typeof align === 'string' ? `text-align:${align}` : properties.style;
      if (typeof style !== 'string') return;
      const name = `s-${createHash('sha256').update(style).digest('hex').slice(0, 8)}`;
      rules.set(name, style.replace(/;$/, ''));
      properties.className = [...classes, name];
      delete properties.style;
      delete properties.align;
      delete properties.class;
    });
    const styles = [...rules].map(([name, style]) => `.${name}{${style}}`).join('');
    addFacts(file, { styles, hasMath });
  };
}
