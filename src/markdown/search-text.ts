import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import type { SectionText } from '../lib/body-facts.ts';
import { readTex } from '../lib/tex-words.ts';
import { addFacts } from './facts.ts';
import { asFigure, nameFigure } from './interactive-figures.ts';

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
 * Collects the searchable words of each section in `prose`, before formulas become HTML, and the captions of the
 * interactive figures between its blocks. The section before the first heading has no id.
 */
export function rehypeSearchText() {
  return (tree: Root, file: VFile) => {
    const prose: SectionText[] = [];
    let section: SectionText | undefined;
    for (const block of tree.children) {
      const figure = asFigure(block);
      const words = readLine(block);
      if (figure !== undefined) prose.push({ ...nameFigure(figure), text: words, isFigure: true });
      else if (block.type === 'element' && /^h[2-4]$/.test(block.tagName) && block.properties.id)
        prose.push((section = { id: block.properties.id, title: words, text: '' }));
      else if (words !== '') {
        if (section === undefined) prose.push((section = { id: '', title: '', text: '' }));
        section.text = `${section.text} ${words}`.trim();
      }
    }
    addFacts(file, { prose });
  };
}

/** Removes the space that a citation leaves before a full stop, but keeps the one before “.NET”. */
function readLine(block: Nodes): string {
  return readWords(block)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:](?:\s|$))/g, '')
    .trim();
}

function readWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(readWords).join('');
  if (node.type !== 'element') return words;
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
