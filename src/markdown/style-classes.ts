import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Moves the style attributes that KaTeX and Shiki write into classes, for the site's policy allows no
 * style attributes. The rules are handed to the page as `styles`, beside `hasMath`, in the entry's
 * front matter. A class is named by what it declares, so equal declarations share one on every page.
 */
export function rehypeStyleClasses() {
  return (tree: Root, file: VFile) => {
    const rules = new Map<string, string>();
    let hasMath = false;
    visit(tree, 'element', ({ properties }) => {
      const classes = [properties.className ?? []].flat().map(String);
      hasMath ||= classes.includes('katex');
      const style = properties.style;
      if (typeof style !== 'string') return;
      const name = `s-${createHash('sha256').update(style).digest('hex').slice(0, 8)}`;
      rules.set(name, style.replace(/;$/, ''));
      properties.className = [...classes, name];
      delete properties.style;
    });
    const styles = [...rules].map(([name, style]) => `.${name}{${style}}`).join('');
    const { frontmatter = {} } = (file.data.astro ??= {});
    file.data.astro.frontmatter = Object.assign(frontmatter, { styles, hasMath });
  };
}
