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

/** A drawing as a tree, with its `xml-stylesheet` instructions. */
export interface SvgTree {
  root: Element;
  /** The offsets of the instructions. */
  styleSheets: number[];
}

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Namespaces in scope by prefix; '' is the default one. */
type Scope = Readonly<Record<string, string>>;

/** The longest supported entity value: Illustrator writes namespace addresses as entities. */
const longestEntity = 200;
const mostEntityText = 100_000;

/**
 * Parses an SVG file as XML. SVG names lose their prefix (`rect`), `xlink:href` becomes the `href`
 * of SVG 2, and other names follow their namespace. Of the document type only plain-text entities
 * are read, which cannot nest.
 *
 * @throws XmlError if the file is not well-formed
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
        // If both forms of a link are present, that of SVG 2 counts.
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

/** Returns the local name of an SVG name, and any other name after its namespace. */
function resolve(name: string, scope: Scope, fallback: string): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  const namespace = scope[prefix ?? ''] ?? fallback;
  return namespace === svgNamespace ? (local ?? '') : `${namespace} ${local}`;
}

/** An attribute without a prefix belongs to its element. */
function resolveAttribute(name: string, scope: Scope): string {
  if (!name.includes(':') || name === 'xml:space') return name;
  const resolved = resolve(name, scope, '');
  return resolved === `${xlinkNamespace} href` ? 'xlink:href' : resolved;
}

/** Converts an element with only SVG names to an XML element. */
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
