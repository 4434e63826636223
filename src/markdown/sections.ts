import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { removeCitations } from '../bibliography/cite.ts';
import type { Label } from '../lib/body-facts.ts';
import { createSectionLabels } from '../lib/label.ts';
import { readTex } from '../lib/tex-words.ts';
import { removeGuards } from './escapes.ts';
import { addFacts, readFacts } from './facts.ts';
import { buildElement, readText } from './tree.ts';

/**
 * Gives each heading an id, and lists the top-level headings as `sections`. A text refers to the section with the id
 * `one-layer` as `@sec-one-layer`.
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
    });
    addFacts(file, { sections, labels: [...(readFacts(file).labels ?? []), ...labels] });
  };
}

/** Adds a self-link beside each heading. Inside the heading it would be part of the heading's accessible name. */
export function rehypeSelfLinks() {
  return (tree: Root) => {
    visit(tree, 'element', (heading, index, parent): typeof SKIP | undefined => {
      const { tagName, properties } = heading;
      const isNamed = /^h[2-4]$/.test(tagName) && typeof properties.id === 'string';
      if (!isNamed || properties.id === 'footnote-label' || !parent || index === undefined)
        return undefined;
      const link = buildElement('a', {
        href: `#${properties.id}`,
        className: ['self-link'],
        dataPageOnly: '',
        ariaLabel: `Link to “${readText(heading)}”`,
      });
      parent.children[index] = buildElement('div', { className: ['heading'] }, heading, link);
      return SKIP;
    });
  };
}
