import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { isPageOnly } from './page-only.ts';

/** The attributes that mean something without the style and the scripts of this site. */
const kept = new Set(
  'alt checked colSpan dateTime disabled height open rowSpan scope start title type width'.split(
    ' ',
  ),
);

/** Attributes that hold an address. */
const addresses = ['href', 'src', 'cite'] as const;

/** Elements that only group others for the style of this site. */
const wrappers = new Set('article div header main section span'.split(' '));

/**
 * HTML of the page at `page` as it can be read elsewhere, as by a feed reader: every address absolute, no class,
 * id, style or script, and formulas as MathML, which holds their TeX.
 */
export function makePortable(content: readonly ElementContent[], page: URL): Root {
  return { type: 'root', children: content.flatMap((node) => clean(node, page)) };
}

function clean(node: Nodes, page: URL, isInMath = false): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || isPageOnly(node)) return [];
  const isMath = isInMath || node.tagName === 'math';
  const children = node.children.flatMap((child) => clean(child, page, isMath));
  if (wrappers.has(node.tagName)) return children;
  return [{ ...node, properties: isMath ? keepMath(node) : keepHtml(node, page), children }];
}

function keepHtml({ properties }: Element, page: URL): Properties {
  return {
    ...Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name))),
    ...Object.fromEntries(
      addresses.flatMap((name) =>
        typeof properties[name] === 'string'
          ? [[name, URL.parse(properties[name], page)?.href]]
          : [],
      ),
    ),
  };
}

/** MathML says by attributes how a formula is set. */
function keepMath({ properties }: Element): Properties {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.filter(([name]) => name !== 'className' && name !== 'style'));
}
