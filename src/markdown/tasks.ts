import type { Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { buildElement, hasClass } from './tree.ts';

/** Elements that follow the words of a task. */
const blocks = new Set(['ul', 'ol', 'p', 'pre', 'blockquote', 'table', 'div']);

/** Makes the words of each task in a list the label of its box, which has no name otherwise. */
export function rehypeTasks() {
  return (tree: Root) => {
    visit(tree, 'element', (item) => {
      if (!hasClass(item, 'task-list-item')) return;
      const first = item.children.find((child) => child.type === 'element');
      const task = first?.tagName === 'p' ? first : item;
      const at = task.children.findIndex(isBlock);
      const words = task.children.splice(0, at < 0 ? task.children.length : at);
      task.children.unshift(buildElement('label', {}, ...words));
    });
  };
}

function isBlock(node: RootContent): boolean {
  return node.type === 'mdxJsxFlowElement' || (node.type === 'element' && blocks.has(node.tagName));
}
