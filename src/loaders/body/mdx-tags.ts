import type { CompileContext, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import type { BodyNode } from './node.ts';

/** A tag without its counterpart, and the offsets of the tags it conflicts with. */
export interface LooseTag {
  name: string;
  offset: number;
  others: number[];
  /**
   * `open`: an unclosed tag. `closing`: it does not match the innermost open tag. `stray`: no tag
   * is open. `attributes`: a closing tag with attributes.
   */
  kind: 'open' | 'closing' | 'stray' | 'attributes';
}

interface SourceTag {
  name: string;
  isClosing: boolean;
  isWhole: boolean;
  offset: number;
}

/** Void elements, which end with a slash. */
export const empty = ['br', 'hr', 'wbr', 'img', 'input'];

/** Makes each tag a node without children. Use it right after `remarkMdx`. */
export function tagsAsLeaves(this: Processor): undefined {
  const { fromMarkdownExtensions = [] } = this.data();
  function enter(this: CompileContext, token: Token) {
    this.enter({ type: 'mdxJsxTag', children: [] } as never, token);
  }
  function exit(this: CompileContext, token: Token) {
    this.exit(token);
  }
  fromMarkdownExtensions.pop();
  fromMarkdownExtensions.push({
    enter: { mdxJsxFlowTag: enter, mdxJsxTextTag: enter },
    exit: { mdxJsxFlowTag: exit, mdxJsxTextTag: exit },
  });
}

/** Returns the tags that do not pair. Both tags of a pair must have the same parent. */
export function listLooseTags(tree: BodyNode, text: string): LooseTag[] {
  const loose: LooseTag[] = [];
  const open: { tag: SourceTag; parent: BodyNode }[] = [];
  const leaveOpen = ({ name, offset }: SourceTag, other: number) => {
    loose.push({ name, offset, others: [other], kind: 'open' });
    open.pop();
  };
  const close = (tag: SourceTag, parent: BodyNode) => {
    let last = open.at(-1);
    while (last && last.tag.name !== tag.name && empty.includes(last.tag.name)) {
      leaveOpen(last.tag, tag.offset);
      last = open.at(-1);
    }
    const { name, offset } = tag;
    if (last === undefined) loose.push({ name, offset, others: [], kind: 'stray' });
    else if (last.tag.name !== name || last.parent !== parent) {
      loose.push({ name, offset, others: [last.tag.offset], kind: 'closing' });
      const index = open.findLastIndex((one) => one.tag.name === name && one.parent === parent);
      if (index >= 0) open.length = index;
    } else open.pop();
  };
  // A tag that is still open at the end of its parent is never closed.
  const leave = (parent: BodyNode) => {
    for (let last = open.at(-1); last?.parent === parent; last = open.at(-1))
      leaveOpen(last.tag, parent.position?.start.offset ?? 0);
  };
  visit(tree, leave, (node, parent) => {
    const tag = readTag(node, text);
    if (tag === undefined) return;
    const { name, offset, isClosing, isWhole } = tag;
    if (isClosing && isWhole) loose.push({ name, offset, others: [], kind: 'attributes' });
    else if (isClosing) close(tag, parent);
    else if (!isWhole) open.push({ tag, parent });
  });
  return loose;
}

function readTag({ type, position }: BodyNode, text: string): SourceTag | undefined {
  if (type !== 'mdxJsxTag' || position === undefined) return undefined;
  const source = text.slice(position.start.offset, position.end.offset);
  const [, slash = '', name = '', rest = ''] =
    /^<\s*(\/?)\s*([\w.:$-]*)\s*([^]*)>$/.exec(source) ?? [];
  const isClosing = slash !== '';
  const isWhole = isClosing ? rest !== '' : rest.endsWith('/');
  return { name, isClosing, isWhole, offset: position.start.offset };
}

/** Walks a tree in document order. Calls `leave` after all descendants of a node. */
function visit(
  tree: BodyNode,
  leave: (node: BodyNode) => void,
  enter: (node: BodyNode, parent: BodyNode) => void,
): void {
  const path = [{ node: tree, next: 0 }];
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const child = last.node.children?.[last.next];
    last.next += 1;
    if (child === undefined) {
      leave(last.node);
      path.pop();
    } else {
      enter(child, last.node);
      path.push({ node: child, next: 0 });
    }
  }
}
