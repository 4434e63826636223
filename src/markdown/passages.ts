import type { Element, ElementContent, Root, RootContent } from 'hast';
import { buildElement } from './tree.ts';

/**
 * Puts each block that has notes, with these notes, in one element. The notes float beside the block. They may go on
 * beside the next blocks, so long notes leave no gap in the text.
 */
export function rehypePassages() {
  return (tree: Root) => {
    const children: RootContent[] = [];
    let margin: Element | undefined;
    for (const block of tree.children) {
      if (block.type === 'text' && block.value.trim() === '') continue;
      if (!isNote(block)) {
        margin = undefined;
        children.push(block);
        continue;
      }
      if (margin === undefined) {
        margin = buildElement('div', { className: ['margin'] });
        const noted = children.splice(-1);
        children.push(buildElement('div', { className: ['passage'] }, ...noted, margin));
      }
      margin.children.push(block as ElementContent);
    }
    tree.children = children;
  };
}

function isNote(block: RootContent): boolean {
  return block.type === 'element' && [block.properties.className].flat().includes('note');
}
