import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import type { SectionText } from '../lib/body-facts.ts';
import { isInteractiveFigure, nameWords } from '../figures/registry.ts';
import { readTex } from '../lib/tex-words.ts';
import { addFacts } from './facts.ts';

/** Elements within a line. The words of all others are separated by a space. */
const inline = new Set(
  'a abbr b code del em i ins kbd mark q s small span strong sub sup'.split(' '),
);

/**
 * Classes of elements without searchable text: the numbers of citations, notes and equations, and the dark copy of a
 * picture.
 */
const aside = new Set(['cites', 'note-number', 'equation-number', 'only-dark']);

/**
 * Collects the searchable words of each section in `prose`, before formulas become HTML. The section before the first
 * heading has no id.
 */
export function rehypeSearchText() {
  return (tree: Root, file: VFile) => {
    const prose: SectionText[] = [];
    for (const block of tree.children) {
      // Removes the space that a citation leaves before a full stop, but keeps the one before “.NET”.
      const words = readWords(block)
        .replace(/\s+/g, ' ')
        .replace(/ (?=[.,;:](?:\s|$))/g, '')
        .trim();
      if (block.type === 'element' && /^h[2-4]$/.test(block.tagName) && block.properties.id)
        prose.push({ id: block.properties.id, title: words, text: '' });
      else if (words !== '') {
        const section = prose.at(-1) ?? { id: '', title: '', text: '' };
        if (prose.length === 0) prose.push(section);
        section.text = `${section.text} ${words}`.trim();
      }
    }
    addFacts(file, { prose });
  };
}

function readWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(readWords).join('');
  if (node.type !== 'element') {
    const name = (node as { name?: string }).name ?? '';
    // A drawing has no words of its own, so its name is indexed.
    return isInteractiveFigure(name) ? ` ${nameWords(name)}. ${words}` : words;
  }
  if (isAside(node)) return '';
  if (node.tagName === 'img') return ` ${node.properties.alt ?? ''} `;
  if (listClasses(node).includes('language-math')) return readTex(words);
  return inline.has(node.tagName) ? words : ` ${words} `;
}

function isAside(element: Element): boolean {
  const { ariaHidden, dataFootnoteRef } = element.properties;
  return (
    ariaHidden === 'true' ||
    dataFootnoteRef !== undefined ||
    listClasses(element).some((name) => aside.has(name))
  );
}

function listClasses({ properties }: Element): string[] {
  return [properties.className].flat().map(String);
}
