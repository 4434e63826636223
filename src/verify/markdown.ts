import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** Parses Markdown with tables, footnotes and formulas, but no front matter. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** Parses a Markdown file with front matter. */
export function parseTwin(file: string): { facts: Record<string, unknown>; tree: Root } {
  const [, yaml = '', text = ''] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(file) ?? [];
  return { facts: parse(yaml) as Record<string, unknown>, tree: parseMarkdown(text) };
}

/** Returns the nodes of a type in document order. */
export function listNodes<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  const children = 'children' in node ? node.children : [];
  return [...own, ...children.flatMap((child) => listNodes(child, type))];
}
