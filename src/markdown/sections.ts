import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { parseCitations } from '../bibliography/cite.ts';
import { createSlugger } from '../lib/label.ts';
import { addFacts, readFacts } from './facts.ts';
import { buildElement, readText } from './tree.ts';

/**
 * Gives each heading an id and a link to itself, and lists the headings of the first level as `sections`.
 * Every heading can be referred to: `@sec-one-layer` is the section whose id is `one-layer`.
 */
export function rehypeSections() {
  return (tree: Root, file: VFile) => {
    const slugger = createSlugger();
    const headings: { id: string; title: string; tagName: string }[] = [];
    visit(tree, 'element', (heading: Element) => {
      if (!/^h[2-4]$/.test(heading.tagName) || heading.properties.id === 'footnote-label') return;
      const title = readTitle(heading);
      const id = slugger.slug(title);
      headings.push({ id, title, tagName: heading.tagName });
      heading.properties.id = id;
      const properties = {
        href: `#${id}`,
        className: ['self-link'],
        ariaLabel: `Link to “${title}”`,
      };
      heading.children.push(buildElement('a', properties));
    });
    addFacts(file, {
      sections: headings
        .filter(({ tagName }) => tagName === 'h2')
        .map(({ id, title }) => ({ id, title })),
      labels: [
        ...(readFacts(file).labels ?? []),
        ...headings.map(({ id, title }) => ({ key: `sec-${id}`, id, text: `“${title}”` })),
      ],
    });
  };
}

/** The words of a heading without what it cites. */
function readTitle(heading: Element): string {
  const pieces = parseCitations(readText(heading));
  return pieces
    .map(({ kind, text }) => (kind === 'group' ? '' : text))
    .join('')
    .trim();
}
