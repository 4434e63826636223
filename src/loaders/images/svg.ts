import { XmlError } from '@rgrove/parse-xml';
import type { Element } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toXml as formatXml } from 'xast-util-to-xml';
import {
  buildSchema,
  checkEmbeddings,
  checkSources,
  describeOutside,
  listRemoved,
  type Refusal,
} from './svg-rules.ts';
import { readSvgSize } from './svg-size.ts';
import { parseSvg, svgNamespace, toXml } from './svg-tree.ts';

export interface SafeSvg {
  /** The text of the author's file. */
  text: string;
  /** The sanitized drawing; absent if it is refused. */
  svg?: string;
  refusals: Refusal[];
  /** The removed parts that the author may miss. */
  removed: { offset: number; name: string }[];
}

/**
 * Makes a drawing safe to open directly: parses it as XML and writes only allowed elements and
 * attributes. A part that cannot be removed without changing the appearance is a refusal.
 */
export function sanitizeSvg(bytes: Uint8Array): SafeSvg {
  const text = decode(bytes);
  const refuse = (...refusals: Refusal[]): SafeSvg => ({ text: text ?? '', refusals, removed: [] });
  if (text === undefined) return refuse(notUtf8);
  try {
    const { root, styleSheets } = parseSvg(text);
    if (root.tagName !== 'svg') return refuse({ offset: getOffset(root), ...noRoot });
    const size = readSvgSize(root.properties);
    const safe = sanitize(root, buildSchema(root)) as Element;
    const refusals = [
      ...styleSheets.map((offset) => ({ offset, ...describeOutside('a style sheet') })),
      ...(size === undefined ? [{ offset: getOffset(root), ...noSize }] : []),
      ...checkEmbeddings(root),
      ...checkSources(safe),
    ];
    if (size === undefined || refusals.length > 0) return refuse(...refusals);
    const { viewBox } = safe.properties;
    const first = { xmlns: svgNamespace, ...size, ...(viewBox !== undefined && { viewBox }) };
    const svg = toXml({ ...safe, properties: { ...first, ...safe.properties, ...size } });
    return {
      text,
      svg: `${formatXml(svg, { closeEmptyElements: true })}\n`,
      refusals,
      removed: listRemoved(root),
    };
  } catch (error) {
    return refuse(describeUnread(error));
  }
}

const notUtf8: Refusal = {
  offset: 0,
  expected: 'a drawing as text in UTF-8',
  fix: 'Save the drawing as plain, uncompressed SVG in UTF-8.',
};

const noRoot: Omit<Refusal, 'offset'> = {
  expected: `a drawing with the root element <svg xmlns="${svgNamespace}">`,
  fix: 'Add this namespace, or export the drawing again as SVG.',
};

const noSize: Omit<Refusal, 'offset'> = {
  expected: 'a viewBox, or a width and a height, of 1 to 32,767 pixels',
  fix: 'Write viewBox="0 0 width height", with two numbers, in the <svg> tag.',
};

/** Decodes UTF-8, which these declarations are compatible with. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [, encoding = 'utf-8'] = /^\s*<\?xml[^>]*\sencoding=["']([^"']*)/.exec(text) ?? [];
    return /^(utf-8|us-ascii)$/i.test(encoding) ? text : undefined;
  } catch {
    return undefined;
  }
}

function describeUnread(error: unknown): Refusal {
  const isDeep = error instanceof RangeError;
  if (!isDeep && !(error instanceof XmlError)) throw error;
  const [offset, reason] = isDeep
    ? [0, 'its elements are nested too deeply']
    : [(error as XmlError).pos, (error as XmlError).message.split(' (line')[0]];
  return {
    offset,
    expected: `a drawing in well-formed XML: ${reason}`,
    fix: 'Export the drawing again as SVG.',
  };
}

function getOffset({ position }: Element): number {
  return position?.start.offset ?? 0;
}
