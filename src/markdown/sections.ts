import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { removeCitations } from '../bibliography/cite.ts';
import type { Label } from '../lib/body-facts.ts';
import { createSectionLabels } from '../lib/label.ts';
import { readTex } from '../lib/tex-words.ts';
import { removeGuards } from './escapes.ts';
import { addFacts, readFacts } from './facts.ts';
import { buildElement, readText } from './tree.ts';

/**
 * Gives each heading an id and a link to itself, and lists the headings of the first level as `sections`.
 * Every heading can be referred to: `@sec-one-layer` is the section whose id is `one-layer`.
 */
export function rehypeSections() {
  return (tree: Root, file: VFile) => {
    const nextLabel = createSectionLabels();
    const labels: Label[] = [];
    const sections: { id: string; title: string }[] = [];
    visit(tree, 'element', (heading: Element) => {
      if (!/^h[2-4]$/.test(heading.tagName) || heading.properties.id === 'footnote-label') return;
      const print = (text: string) => removeGuards(removeCitations(text));
      const title = print(readText(heading, readTex));
      const label = nextLabel(print(readText(heading)), title);
      const { id } = label;
      labels.push(label);
      if (heading.tagName === 'h2') sections.push({ id, title });
      heading.properties.id = id;
      const properties = {
        href: `#${id}`,
        className: ['self-link'],
        ariaLabel: `Link to “${title}”`,
      };
      heading.children.push(buildElement('a', properties));
    });
    addFacts(file, { sections, labels: [...(readFacts(file).labels ?? []), ...labels] });
  };
}
