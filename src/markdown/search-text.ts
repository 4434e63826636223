import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import type { SectionText } from '../lib/body-facts.ts';
import { isInteractiveFigure, nameWords } from '../figures/registry.ts';
import { readTex } from '../lib/tex-words.ts';
import { addFacts } from './facts.ts';

/** Elements that stand within a line; the words of all others are kept apart. */
const inline = new Set(
  'a abbr b code del em i ins kbd mark q s small span strong sub sup'.split(' '),
);

/** What is no part of the text: numbers of citations, notes and equations, and a picture for the second time. */
const aside = new Set(['cites', 'note-number', 'equation-number', 'only-dark']);

/**
 * Reads the words of each section for the search, while formulas are still TeX. The page finds them as
 * `prose`; what stands before the first heading has no id.
 */
export function rehypeSearchText() {
  return (tree: Root, file: VFile) => {
    const prose: SectionText[] = [];
    for (const block of tree.children) {
      // Where a citation stood, no space is left before the full stop; “.NET” keeps its own.
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
    // What is drawn has no words here, but a name.
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
