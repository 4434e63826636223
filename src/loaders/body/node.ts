import type { Fault } from '../../lib/fault.ts';
import type { Place } from '../../lib/located.ts';

/** The parts of a syntax-tree node that the checks read. */
export interface BodyNode {
  type: string;
  value?: string;
  url?: string;
  alt?: string | null;
  title?: string | null;
  name?: string | null;
  lang?: string | null;
  meta?: string | null;
  depth?: number;
  align?: unknown[];
  /** The label by which a definition is found. */
  identifier?: string;
  label?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: BodyNode[];
  data?: { estree?: { body: unknown[] } | null };
  position?: { start: { line: number; offset: number }; end: { line: number; offset: number } };
}

/** The prose of one entry. */
export interface Body {
  root: string;
  file: string;
  /** The whole file with its front matter blanked out, so that offsets are those of the file. */
  text: string;
  /** The fields of the entry; nothing where they could not be read. */
  fields: unknown;
  /** All that was read, in the order of the text. */
  nodes: readonly BodyNode[];
  parents: ReadonlyMap<BodyNode, BodyNode>;
  /** Whether all of the text was read, so that what is not among the nodes is not there. */
  isWhole: boolean;
}

/**
 * A fault at an offset of the text; without one, at the beginning of the node. One that is in another
 * file, which the text names, has its place there.
 */
export interface BodyFault extends Omit<Fault, 'file' | 'line' | 'column' | 'found'> {
  found?: string;
  offset?: number;
  place?: Place;
}

/** The author's own text of a node; nothing for a node that was made from several. */
export function readSource({ position }: BodyNode, { text }: Body): string {
  return position === undefined ? '' : text.slice(position.start.offset, position.end.offset);
}

/** A node and all below it, in the order of the text. */
export function listNodes(node: BodyNode): BodyNode[] {
  const nodes: BodyNode[] = [];
  const rest = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    nodes.push(next);
    for (const child of next.children?.toReversed() ?? []) rest.push(child);
  }
  return nodes;
}

/** What `build` makes of a body or a node, made once for each, however often it is asked for. */
export function remember<Key extends object, Value>(
  build: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const { value } = known.get(key) ?? { value: build(key) };
    known.set(key, { value });
    return value;
  };
}

/** The nearest node of one of `types` that holds `node`. */
export function findAround(
  node: BodyNode,
  types: readonly string[],
  { parents }: Body,
): BodyNode | undefined {
  let around = parents.get(node);
  while (around !== undefined && !types.includes(around.type)) around = parents.get(around);
  return around;
}

/** The words of a node and all below it. */
export function readWords(node: BodyNode): string {
  return node.value ?? node.alt ?? node.children?.map(readWords).join('') ?? '';
}

/** Where the definitions of a body lead, by their labels; the first of a label counts. */
const listDefined = remember(({ nodes }: Body) => {
  const defined = nodes.filter(({ type }) => type === 'definition').toReversed();
  return new Map(defined.map(({ identifier, url = '' }) => [identifier, url]));
});

/** Where a link or image leads, written beside it or defined apart. */
export function readAddress({ url, identifier }: BodyNode, body: Body): string {
  return url ?? listDefined(body).get(identifier) ?? '';
}
