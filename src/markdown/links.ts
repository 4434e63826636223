import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Prefixes links to pages of the site (`/papers/`) with its base path. */
export function rehypeSiteLinks({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const href = properties.href;
      if (tagName === 'a' && typeof href === 'string' && href.startsWith('/'))
        properties.href = base.replace(/\/$/, '') + href;
    });
  };
}
