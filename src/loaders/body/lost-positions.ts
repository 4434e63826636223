import type { BodyNode } from './node.ts';

/**
 * Gives nodes their positions back. Where a bracket is open before an address, Markdown makes the link of it later, and
 * the link and the texts beside it have no position, so that no mark in them would be found.
 */
export function restorePositions(node: BodyNode, text: string): void {
  const { children = [], position } = node;
  if (position === undefined) return;
  const end = position.end.offset;
  let at = position.start.offset;
  for (const [index, child] of children.entries()) {
    if (child.position === undefined) {
      const next = children.slice(index + 1).find((one) => one.type !== 'text');
      const until = findStart(next, text, at) ?? end;
      const words = child.type === 'link' ? readAddress(child) : (child.value ?? '');
      const found = text.slice(at, child.type === 'link' ? end : until).indexOf(words);
      // A text with an escape is not in the source as it is printed.
      const [from, to] = found < 0 ? [at, until] : [at + found, at + found + words.length];
      child.position = { start: locate(text, from), end: locate(text, to) };
    }
    restorePositions(child, text);
    at = child.position.end.offset;
  }
}

/** Where the node after a text begins. */
function findStart(node: BodyNode | undefined, text: string, at: number): number | undefined {
  if (node === undefined || node.position) return node?.position?.start.offset;
  const found = text.indexOf(readAddress(node), at);
  return found < 0 ? undefined : found;
}

/** The address of a link as it is written. */
function readAddress({ children: [words] = [] }: BodyNode): string {
  return words?.value ?? '';
}

function locate(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}
