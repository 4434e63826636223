import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { expandIdentifier } from '../lib/address.ts';

/**
 * Prefixes links to pages of the site (`/papers/`) with its base path, and writes DOIs as addresses. A link to a state of a figure, as
 * `#fig-mixing?length=8`, gets the address of that state, which works without script.
 */
export function rehypeSiteLinks({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const href = properties.href;
      if (tagName !== 'a' || typeof href !== 'string') return;
      const address = expandIdentifier(href);
      properties.href = address.startsWith('/') ? base.replace(/\/$/, '') + address : address;
      const [, id, query] = /^#([^?]*)\?(.*)$/s.exec(href) ?? [];
      if (id === undefined) return;
      properties.href = buildStateAddress(id, query);
      properties.className = ['state-link'];
    });
  };
}

/** The address of a state of a figure on its own page: `?fig-mixing.length=8#fig-mixing`. */
function buildStateAddress(id: string, query: string | undefined): string {
  const values = Array.from(new URLSearchParams(query), ([name, value]) => [
    `${id}.${name}`,
    value,
  ]);
  return `?${new URLSearchParams(values).toString()}#${id}`;
}
