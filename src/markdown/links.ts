import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Puts links to the site's own pages (`/papers/`) below the folder that it is published in. */
export function rehypeSiteLinks({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const href = properties.href;
      if (tagName === 'a' && typeof href === 'string' && href.startsWith('/'))
        properties.href = base.replace(/\/$/, '') + href;
    });
  };
}
