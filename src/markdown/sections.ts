import type { Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { removeCitations } from '../bibliography/cite.ts';
import type { Label, SectionFacts } from '../lib/body-facts.ts';
import { describeFormula } from '../lib/formula.ts';
import { createSectionLabels } from '../lib/label.ts';
import { removeGuards } from '../lib/escaped-at.ts';
import { findWords } from '../words/words.ts';
import { addFacts, readFacts } from './facts.ts';
import { addAttribute, asFigure, nameFigure } from './interactive-figures.ts';
import type { LanguageOptions } from './language.ts';
import { buildElement, readText } from './tree.ts';

/**
 * Gives each heading an id, and lists the top-level headings as `sections`, each with its figures. A text refers to the
 * section with the id `one-layer` as `@sec-one-layer`. The title of a figure is a heading, too: below the last one.
 */
export function rehypeSections() {
  return (tree: Root, file: VFile) => {
    const nextLabel = createSectionLabels();
    const labels: Label[] = [];
    const sections: SectionFacts[] = [];
    let level = 1;
    visit(tree, (node: Nodes) => {
      const figure = asFigure(node);
      if (figure !== undefined) {
        addAttribute(figure, 'level', String(level + 1));
        if (sections.length === 0) sections.push({ id: '', title: '', figures: [] });
        sections.at(-1)?.figures.push(nameFigure(figure));
        return;
      }
      if (node.type !== 'element' || !/^h[2-4]$/.test(node.tagName)) return;
      if (node.properties.id === 'footnote-label') return;
      level = Number(node.tagName.slice(1));
      const print = (text: string) => removeGuards(removeCitations(text));
      const title = print(readText(node, describeFormula));
      const label = nextLabel(print(readText(node)), title);
      const { id } = label;
      labels.push(label);
      if (node.tagName === 'h2') sections.push({ id, title, figures: [] });
      node.properties.id = id;
    });
    addFacts(file, { sections, labels: [...(readFacts(file).labels ?? []), ...labels] });
  };
}

/** Adds a self-link beside each heading. Inside the heading it would be part of the heading's accessible name. */
export function rehypeSelfLinks({ language }: LanguageOptions) {
  return (tree: Root, file: VFile) => {
    const words = findWords(language(file.path));
    visit(tree, 'element', (heading, index, parent): typeof SKIP | undefined => {
      const { tagName, properties } = heading;
      const isNamed = /^h[2-4]$/.test(tagName) && typeof properties.id === 'string';
      if (!isNamed || properties.id === 'footnote-label' || !parent || index === undefined)
        return undefined;
      const link = buildElement('a', {
        href: `#${properties.id}`,
        className: ['self-link'],
        dataPageOnly: '',
        ariaLabel: words.format(words.text.link, { title: readText(heading, describeFormula) }),
      });
      parent.children[index] = buildElement('div', { className: ['heading'] }, heading, link);
      return SKIP;
    });
  };
}
