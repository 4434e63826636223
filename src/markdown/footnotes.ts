import type { Element, ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { buildElement } from './tree.ts';

/**
 * Moves each footnote from the list at the end to a note of its own after the block that refers to it. The note is in
 * the margin, or below the block if there is no margin.
 */
export function rehypeFootnotes() {
  return (tree: Root) => {
    const notes = new Map<string, ElementContent[]>();
    tree.children = tree.children.filter((block) => {
      if (block.type !== 'element' || !('dataFootnotes' in block.properties)) return true;
      visit(block, 'element', (item) => {
        if (item.tagName === 'li') notes.set(String(item.properties.id), readNote(item));
      });
      return false;
    });
    tree.children = tree.children.flatMap((block): RootContent[] => {
      const asides: Element[] = [];
      visit({ type: 'root', children: [block] } as Root, 'element', ({ properties, children }) => {
        if (!('dataFootnoteRef' in properties)) return;
        // It names the heading of the list, which is gone.
        delete properties.ariaDescribedBy;
        const id = String(properties.href).slice(1);
        const content = notes.get(id);
        // A footnote with two references is placed at the first one.
        if (content === undefined) return;
        notes.delete(id);
        const back = { href: `#${String(properties.id)}` };
        const number = buildElement('a', { ...back, className: ['note-number'] }, ...children);
        asides.push(
          buildElement('aside', { id, className: ['note'], role: 'note' }, number, ...content),
        );
      });
      return [block, ...asides];
    });
  };
}

/** The content of a footnote without its backlink. */
function readNote(item: Element): ElementContent[] {
  visit(item, 'element', (node, index, parent) => {
    if ('dataFootnoteBackref' in node.properties && parent && index !== undefined)
      parent.children.splice(index, 1);
  });
  return item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}
