import {
  parseXml,
  XmlCdata,
  XmlElement,
  XmlProcessingInstruction,
  XmlText,
  type XmlNode,
} from '@rgrove/parse-xml';
import type { Element, ElementContent } from 'hast';
import type { Element as XmlTreeElement, Text } from 'xast';

/** A drawing as a tree: each element and what the file itself says beside it. */
export interface SvgTree {
  root: Element;
  /** Where instructions stand that attach a style sheet. */
  styleSheets: number[];
}

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** The namespaces of a part of the file by their prefixes; that without a prefix is ''. */
type Scope = Readonly<Record<string, string>>;

/** What entities may stand for, in letters: Illustrator writes the addresses of namespaces so. */
const longestEntity = 200;
const mostEntityText = 100_000;

/**
 * Reads an SVG file as XML. Names lose their prefixes: those of SVG stand alone (`rect`), `xlink:href` is the
 * `href` of SVG 2, and all others stand after their namespace. No document type is read but for its entities
 * of plain text, which nest in nothing.
 *
 * @throws XmlError where the file is not well-formed
 */
export function parseSvg(text: string): SvgTree {
  const declared = /<!ENTITY\s+([^\s%"']+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>/g;
  const entities = new Map(
    Array.from(text.matchAll(declared), ([, name = '', a, b]) => [`&${name};`, a ?? b ?? '']),
  );
  let length = 0;
  const document = parseXml(text, {
    includeOffsets: true,
    resolveUndefinedEntity: (reference) => {
      const value = entities.get(reference) ?? '';
      length += value.length;
      const isShort = value.length <= longestEntity && length <= mostEntityText;
      return entities.has(reference) && isShort ? value : undefined;
    },
  });
  const { root, children } = document;
  if (root === null) throw new Error('there is no element');
  return {
    root: convertElement(root, { xml: 'http://www.w3.org/XML/1998/namespace' }),
    styleSheets: children.flatMap((node) =>
      node instanceof XmlProcessingInstruction && node.name === 'xml-stylesheet' ? node.start : [],
    ),
  };
}

function convertElement({ name, attributes, children, start }: XmlElement, outer: Scope): Element {
  const scope = { ...outer };
  for (const [key, value] of Object.entries(attributes))
    if (/^xmlns(:|$)/.test(key)) scope[key.slice(6)] = value;
  return {
    type: 'element',
    tagName: resolve(name, scope, ''),
    properties: Object.fromEntries(
      Object.entries(attributes)
        .filter(([key]) => !/^xmlns(:|$)/.test(key))
        .map(([key, value]): [string, string] => [resolveAttribute(key, scope), value])
        // Of the two ways to write a link, that of SVG 2 counts.
        .filter(([key], _, all) => key !== 'xlink:href' || !all.some(([one]) => one === 'href'))
        .map(([key, value]) => [key === 'xlink:href' ? 'href' : key, value]),
    ),
    children: children.flatMap((node) => convertNode(node, scope)),
    position: { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1 } },
  };
}

function convertNode(node: XmlNode, scope: Scope): ElementContent[] {
  if (node instanceof XmlElement) return [convertElement(node, scope)];
  if (node instanceof XmlText || node instanceof XmlCdata)
    return [{ type: 'text', value: node.text }];
  return [];
}

/** A name without its prefix if it is one of SVG, else after its namespace. */
function resolve(name: string, scope: Scope, fallback: string): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  const namespace = scope[prefix ?? ''] ?? fallback;
  return namespace === svgNamespace ? (local ?? '') : `${namespace} ${local}`;
}

/** Without a prefix, an attribute is one of its element. */
function resolveAttribute(name: string, scope: Scope): string {
  if (!name.includes(':') || name === 'xml:space') return name;
  const resolved = resolve(name, scope, '');
  return resolved === `${xlinkNamespace} href` ? 'xlink:href' : resolved;
}

/** An element, all of whose names are those of SVG, as one of XML. */
export function toXml({ tagName, properties, children }: Element): XmlTreeElement {
  return {
    type: 'element',
    name: tagName,
    attributes: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, String(value)]),
    ),
    children: children.flatMap((child): (XmlTreeElement | Text)[] => {
      if (child.type === 'element') return [toXml(child)];
      return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
    }),
  };
}
