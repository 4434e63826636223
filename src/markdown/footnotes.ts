import type { Element, ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { buildElement } from './tree.ts';

/**
 * Moves each footnote from the end of the text to just after the block that it belongs to: beside it in
 * the margin, or below it where there is none. What is a list at the end becomes a note of its own.
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
        const id = String(properties.href).slice(1);
        const content = notes.get(id);
        // A footnote that is referred to twice stands at the first place alone.
        if (content === undefined) return;
        notes.delete(id);
        delete properties.ariaDescribedBy;
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

/** What a footnote says, without the link back that stands at its end. */
function readNote(item: Element): ElementContent[] {
  visit(item, 'element', (node, index, parent) => {
    if ('dataFootnoteBackref' in node.properties && parent && index !== undefined)
      parent.children.splice(index, 1);
  });
  return item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}
