import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** The tree of a Markdown text with tables, footnotes and formulas, and without front matter. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** A Markdown file with front matter: its facts, and the tree of the text below them. */
export function parseTwin(file: string): { facts: Record<string, unknown>; tree: Root } {
  const [, yaml = '', text = ''] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(file) ?? [];
  return { facts: parse(yaml) as Record<string, unknown>, tree: parseMarkdown(text) };
}

/** The nodes of a type in a tree, in the order of the text. */
export function listNodes<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  const children = 'children' in node ? node.children : [];
  return [...own, ...children.flatMap((child) => listNodes(child, type))];
}
