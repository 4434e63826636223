import type { Fault } from '../../lib/fault.ts';
import type { SourceLocation } from '../../lib/located.ts';

/** The properties of a syntax-tree node that the checks read. */
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
  /** The label of a definition or of a reference to it. */
  identifier?: string;
  label?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: BodyNode[];
  /** `isRead` is set where marks of another language were read, so that the value differs from the source. */
  data?: { estree?: { body: unknown[] } | null; isRead?: boolean };
  position?: { start: { line: number; offset: number }; end: { line: number; offset: number } };
}

/** The prose of one entry. */
export interface Body {
  root: string;
  file: string;
  /** The whole file with its front matter blanked out, so that offsets match the file. */
  text: string;
  /** The front matter, or undefined if it could not be parsed. */
  fields: unknown;
  /** The keys of the bibliography. */
  keys: readonly string[];
  /** The macros of the settings: their TeX by name. */
  macros: Readonly<Record<string, string>>;
  /** All nodes in document order. */
  nodes: readonly BodyNode[];
  parents: ReadonlyMap<BodyNode, BodyNode>;
  /** Whether the whole text was parsed, so that a missing node is really missing. */
  isWhole: boolean;
}

/** A text of the body and its replacement. */
export interface Correction {
  old: string;
  new: string;
  /** Where the text is; by default the one place in the node, from the fault on, that has it. */
  offset?: number;
}

/**
 * A fault at an offset of the text, or at the beginning of its node. `place` is set if the fault
 * is in another file.
 */
export interface BodyFault extends Omit<Fault, 'file' | 'line' | 'column' | 'found'> {
  found?: string;
  offset?: number;
  place?: SourceLocation;
  /** The correction, if there is one right answer. */
  corrections?: Correction[];
}

/** Returns the source of a node, or '' for a node without a position. */
export function readSource({ position }: BodyNode, { text }: Body): string {
  return position === undefined ? '' : text.slice(position.start.offset, position.end.offset);
}

/**
 * Returns the offset of `words` in the source of a node, from `start` on. Of several places, the one
 * right after a bracket or a quotation mark counts, as that of an address in a link.
 */
export function findWords(
  { position }: BodyNode,
  { text }: Pick<Body, 'text'>,
  words: string,
  start = position?.start.offset ?? 0,
): number | undefined {
  if (words === '') return undefined;
  const source = text.slice(start, position?.end.offset ?? start);
  const places: number[] = [];
  for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1))
    places.push(start + at);
  const delimited = places.filter((at) => /[(<"']/.test(text[at - 1] ?? ''));
  const [only, ...others] = places.length > 1 ? delimited : places;
  return others.length === 0 ? only : undefined;
}

/** Adds the correction of an address to a fault that can only mean the nearest one. */
export function correctAddress(
  { isSure = false, ...fault }: BodyFault & { isSure?: boolean },
  address: string,
): BodyFault {
  if (!isSure) return fault;
  return { ...fault, corrections: [{ old: address, new: fault.nearest ?? address }] };
}

/** Returns a node and its descendants in document order. */
export function listNodes(node: BodyNode): BodyNode[] {
  const nodes: BodyNode[] = [];
  const rest = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    nodes.push(next);
    for (const child of next.children?.toReversed() ?? []) rest.push(child);
  }
  return nodes;
}

/** Caches the result of `build` for each key object. */
export function remember<Key extends object, Value>(
  build: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept.value;
    const value = build(key);
    known.set(key, { value });
    return value;
  };
}

/** Returns the nearest ancestor of one of `types`. */
export function findAround(
  node: BodyNode,
  types: readonly string[],
  { parents }: Body,
): BodyNode | undefined {
  let around = parents.get(node);
  while (around !== undefined && !types.includes(around.type)) around = parents.get(around);
  return around;
}

/** Returns the text of a node and its descendants. */
export function readWords(node: BodyNode): string {
  return node.value ?? node.alt ?? node.children?.map(readWords).join('') ?? '';
}

/** The addresses of definitions by label. The first of a label counts. */
const listDefined = remember(({ nodes }: Body) => {
  const defined = nodes.filter(({ type }) => type === 'definition').toReversed();
  return new Map(defined.map(({ identifier, url = '' }) => [identifier, url]));
});

/** Returns the address of a link or image, inline or from its definition. */
export function readAddress({ url, identifier }: BodyNode, body: Body): string {
  return url ?? listDefined(body).get(identifier) ?? '';
}
