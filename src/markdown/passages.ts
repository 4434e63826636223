import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isInteractiveFigure } from '../figures/registry.ts';
import { buildElement, readText } from './tree.ts';

/** Characters per line and line height, in the text and in the margin. */
const measures = { text: { letters: 85, height: 1.6 }, margin: { letters: 26, height: 1.2 } };

/**
 * Groups a body into passages: a block with notes, its notes, and the blocks up to the next heading or block with
 * notes. Notes can continue beside the later blocks of their passage and never overlap; without a margin they are below
 * their block. If the notes are longer than the passage, the next block with notes joins it, so the text has no gap.
 */
export function rehypePassages() {
  return (tree: Root) => {
    const children: RootContent[] = [];
    let passage: Passage | undefined;
    for (const [index, block] of tree.children.entries()) {
      if (block.type === 'text' && block.value.trim() === '') continue;
      if (isNote(block)) {
        if (!passage) children.push((passage = new Passage(children.pop())).element);
        passage.addNote(block);
      } else if (passage && !standsAlone(block) && !(hasNotes(tree, index) && passage.isFull()))
        passage.addBlock(block);
      else {
        passage = undefined;
        children.push(block);
      }
    }
    tree.children = children;
  };
}

/** Blocks with the notes beside them. */
class Passage {
  readonly element: Element;
  readonly #margin = buildElement('div', { className: ['margin'] });
  /** The heights of the blocks and of the notes, in lines of text. */
  #height = 0;
  #marginHeight = 0;

  constructor(first: RootContent | undefined) {
    this.element = buildElement('div', { className: ['passage'] });
    if (first) this.addBlock(first);
    this.element.children.push(this.#margin);
  }

  addBlock(block: RootContent): void {
    this.#height += estimateHeight(block, 'text');
    this.element.children.push(block as ElementContent);
  }

  addNote(note: Element): void {
    this.#marginHeight += estimateHeight(note, 'margin');
    this.#margin.children.push(note);
  }

  /** Whether the blocks are at least as high as the notes. */
  isFull(): boolean {
    return this.#height >= this.#marginHeight;
  }
}

/** Estimates the height of a block in lines of text from its number of characters. */
function estimateHeight(block: RootContent, place: keyof typeof measures): number {
  const { letters, height } = measures[place];
  return (Math.ceil(readText(block).length / letters) + 1) * height;
}

function hasNotes({ children }: Root, index: number): boolean {
  let next = index + 1;
  while (children[next]?.type === 'text') next += 1;
  const sibling = children[next];
  return sibling !== undefined && isNote(sibling);
}

function isNote(block: RootContent): block is Element {
  return block.type === 'element' && [block.properties.className].flat().includes('note');
}

/** A heading starts a new passage; an interactive figure spans the text and the margin. */
function standsAlone(block: RootContent): boolean {
  if (block.type === 'element') return /^h[1-6]$/.test(block.tagName);
  return isInteractiveFigure((block as { name?: string }).name ?? '');
}
