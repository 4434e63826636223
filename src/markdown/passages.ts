import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isInteractiveFigure } from '../figures/registry.ts';
import { buildElement, readText } from './tree.ts';

/** Letters to a line, and a line's height, in the text and in the margin beside it. */
const measures = { text: { letters: 85, height: 1.6 }, margin: { letters: 26, height: 1.2 } };

/**
 * Groups a text into passages: a block with notes, its notes, and the blocks that follow it up to the next
 * with notes, or a heading. So notes stand beside their block, may run on beside what follows, and never
 * cover one another; where there is no margin they stand just below their block. Where the notes are the
 * longer, the next block with notes joins the passage, so that no gap opens in the text.
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

/** Blocks, and beside the first of them a margin. */
class Passage {
  readonly element: Element;
  readonly #margin = buildElement('div', { className: ['margin'] });
  /** In lines of text: of its blocks, and of its notes. */
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

  /** Whether the text is as long as its notes. */
  isFull(): boolean {
    return this.#height >= this.#marginHeight;
  }
}

/** The height of a block in lines of text, as nearly as its letters tell. */
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

/** A heading begins anew, and an interactive figure is as wide as the text and its margin. */
function standsAlone(block: RootContent): boolean {
  if (block.type === 'element') return /^h[1-6]$/.test(block.tagName);
  return isInteractiveFigure((block as { name?: string }).name ?? '');
}
