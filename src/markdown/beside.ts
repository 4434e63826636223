import type { Element, Nodes, Root, RootContent } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { asFigure, nameFigure } from './interactive-figures.ts';
import { buildElement } from './tree.ts';

/**
 * Groups a section in which several blocks set the state of its one interactive figure, so that the figure can stay
 * beside them in a wide window. The order of the text remains.
 */
export function rehypeBeside() {
  return (tree: Root) => {
    const children: RootContent[] = [];
    let section: RootContent[] = [];
    const close = () => {
      children.push(...groupSection(section));
      section = [];
    };
    for (const block of tree.children) {
      if (block.type === 'element' && /^h[1-6]$/.test(block.tagName)) {
        close();
        children.push(block);
      } else section.push(block);
    }
    close();
    tree.children = children;
  };
}

function groupSection(blocks: readonly RootContent[]): RootContent[] {
  const [figure, ...others] = blocks.filter((block) => findFigure(block) !== undefined);
  const tag = figure && findFigure(figure);
  if (tag === undefined || others.length > 0) return [...blocks];
  const start = `#${nameFigure(tag).id}?`;
  if (blocks.filter((block) => hasLink(block, start)).length < 2) return [...blocks];
  const grouped = blocks.map((block) =>
    block === figure ? buildElement('div', { className: ['beside-figure'] }, block) : block,
  );
  return [buildElement('div', { className: ['beside'] }, ...grouped)];
}

/** Returns the figure that a block is, alone or with the notes of its caption. */
function findFigure(block: RootContent) {
  const [first, notes, ...others] = 'children' in block ? (block as Element).children : [];
  const isNoted = notes?.type === 'element' && others.length === 0;
  return asFigure(block) ?? (first && isNoted ? asFigure(first) : undefined);
}

function hasLink(block: Nodes, start: string): boolean {
  let found = false;
  visit(block, 'element', ({ tagName, properties }) => {
    if (tagName !== 'a' || !String(properties.href).startsWith(start)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}
