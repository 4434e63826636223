import type { Element } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { svgElementAttributes } from 'svg-element-attributes';
import { htmlNamespace } from './svg-tree.ts';
import { checkDeclarations, checkStyleSheet, type StyleDefect } from './svg-style.ts';

/** A reason why a drawing cannot be published as it is, and its offset in the file. */
export interface Refusal {
  offset: number;
  expected: string;
  fix: string;
}

/** Elements that draw, describe or animate. All others are removed. */
const drawnElements = new Set(
  (
    'svg g defs symbol use switch a title desc style view path rect circle ellipse line polyline polygon ' +
    'image text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter ' +
    'animate animateMotion animateTransform mpath set feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA ' +
    'feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

const scripts = new Set(['script', 'handler', 'listener']);
/** Elements that embed visible pages or films. */
const embeddings = new Set(['foreignObject', 'iframe', 'video', 'audio', 'canvas', 'animation']);
const description = /^(title|desc|style)$/;
/** Attributes that no animation may set: it could turn them into scripts. */
const unsafeTarget = /^([^:]*:)?(href|style|on.*)$/i;
const withoutCode = /^(?!.*(javascript|vbscript|data):)/is;
const safeTarget = /^(?!([^:]*:)?(href|style|on.*)$)/i;
/** Attributes that draw nothing: those of links, scripts and metadata. */
const undrawn = /^(on.*|ping|about|content|datatype|property|rel|resource|rev|typeof)$/i;
const code = /^\s*(javascript|vbscript|data):/i;
const insideLink = /^\s*#/;
const insidePicture = /^\s*(#|data:image\/(png|jpeg|gif|webp|avif)[;,])/i;

/** Attributes of animations whose values are restricted. */
const limited: Readonly<Record<string, RegExp>> = {
  attributeName: safeTarget,
  by: withoutCode,
  from: withoutCode,
  to: withoutCode,
  values: withoutCode,
};

const attributes: NonNullable<Schema['attributes']> = Object.fromEntries(
  Object.entries(svgElementAttributes).map(([name, names]) => [
    name,
    names
      .filter((one) => !undrawn.test(one) && !(name === 'a' && one === 'href'))
      .map((one) => (one in limited ? ([one, limited[one]] as const) : one)),
  ]),
) as never;

/**
 * Builds the sanitization schema: elements that draw, with the attributes of the SVG
 * specifications.
 */
export function buildSchema(root: Element): Schema {
  const names = new Set(walk(root).map(({ element }) => element.tagName));
  return {
    allowComments: false,
    allowDoctypes: false,
    ancestors: {},
    attributes: {
      ...attributes,
      '*': [...(attributes['*'] ?? []), 'xml:space', 'transform-origin', 'mask-type'],
    },
    clobber: [],
    clobberPrefix: '',
    // Links are checked one by one.
    protocols: {},
    required: {},
    strip: [...names.difference(drawnElements)],
    tagNames: [...drawnElements],
  };
}

/** Finds embedded pages without a fallback that replaces them. */
export function checkEmbeddings(root: Element): Refusal[] {
  return walk(root).flatMap(({ element, parent }) => {
    if (!isEmbedding(element, parent) || hasFallback(parent)) return [];
    const name = element.tagName.split(' ').at(-1);
    return [
      {
        offset: getOffset(element),
        expected: `shapes, <text> and pictures; <${name}> embeds a page, which is not published`,
        fix: 'Export the drawing with plain text, or with its text as paths, or save it as PNG.',
      },
    ];
  });
}

/** Finds references to other files, and styles that cannot be parsed, in a sanitized drawing. */
export function checkSources(root: Element): Refusal[] {
  return walk(root).flatMap(({ element }) => {
    const { tagName, properties, children } = element;
    const offset = getOffset(element);
    const { href, style, ...others } = properties;
    const isPicture = tagName === 'image' || tagName === 'feImage';
    const isInside = (isPicture ? insidePicture : insideLink).test(href ?? '#');
    const sheet = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    const defects = [
      isInside ? undefined : ({ kind: 'outside', address: String(href) } as const),
      tagName === 'style' ? checkStyleSheet(sheet) : undefined,
      checkDeclarations(style ?? ''),
      ...Object.values(others).map((value) => checkDeclarations(`x:${String(value)}`)),
    ];
    return defects.flatMap((defect) => (defect ? { offset, ...describeDefect(defect) } : []));
  });
}

/** Lists removed parts that the author may miss: a picture runs no script and has no links. */
export function listRemoved(root: Element): { offset: number; name: string }[] {
  return walk(root).flatMap(({ element, parent }) => {
    const { tagName, properties } = element;
    const target = properties.attributeName ?? '';
    const names = [
      ...(scripts.has(tagName) ? [`<${tagName}>`] : []),
      ...(isEmbedding(element, parent) && hasFallback(parent) ? [`<${tagName}>`] : []),
      ...(unsafeTarget.test(target) ? [`the animation of ${target}`] : []),
      ...(tagName === 'a' && code.test(String(properties.href)) ? ['a link to a script'] : []),
      ...Object.keys(properties).filter((name) => /^on/i.test(name)),
    ];
    return names.map((name) => ({ offset: getOffset(element), name }));
  });
}

export function describeOutside(address: string): Omit<Refusal, 'offset'> {
  const short = address.length > 60 ? `${address.slice(0, 59)}…` : address;
  return {
    expected: `a drawing in a single file; for a picture, browsers load no other files, such as “${short}”`,
    fix: 'Embed pictures and fonts in the drawing, or convert its text to paths, and export it again.',
  };
}

function describeDefect(defect: StyleDefect): Omit<Refusal, 'offset'> {
  if (defect.kind === 'outside') return describeOutside(defect.address);
  return {
    expected: `valid styles; the parser says: ${defect.reason}`,
    fix: 'Correct the style, or export the drawing again with styles as attributes.',
  };
}

function isEmbedding({ tagName, children }: Element, parent: Element | undefined): boolean {
  // Elements within a removed element, or within a description, are not shown.
  if (parent === undefined || !drawnElements.has(parent.tagName)) return false;
  if (description.test(parent.tagName)) return false;
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return (
    (embeddings.has(tagName) || tagName.startsWith(`${htmlNamespace} `)) &&
    !(tagName === 'foreignObject' && isEmpty)
  );
}

function hasFallback(parent: Element | undefined): boolean {
  return (
    parent?.tagName === 'switch' &&
    parent.children.some((one) => one.type === 'element' && drawnElements.has(one.tagName))
  );
}

/** Returns all elements in document order, each with its parent. */
function walk(root: Element): { element: Element; parent?: Element }[] {
  const found: { element: Element; parent?: Element }[] = [{ element: root }];
  const collect = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push({ element: child, parent });
      collect(child);
    }
  };
  collect(root);
  return found;
}

function getOffset({ position }: Element): number {
  return position?.start.offset ?? 0;
}
