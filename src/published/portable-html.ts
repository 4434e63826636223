import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { isPageOnly } from './page-only.ts';
import { hasClass } from './tree.ts';

/** Attributes that are meaningful without the styles and scripts of this site. */
const kept = new Set(
  'alt checked colSpan dateTime disabled height open rowSpan scope start title type width'.split(
    ' ',
  ),
);

/** Attributes with an address. */
const addresses = ['href', 'src', 'cite'] as const;

/** Elements that only group others for styling. */
const wrappers = new Set('article div header main section span'.split(' '));

/**
 * Makes the HTML of the page at `page` standalone, for example for feed readers: absolute addresses, no classes, ids,
 * styles or scripts, and formulas as MathML with their TeX.
 */
export function makePortable(content: readonly ElementContent[], page: URL): Root {
  return { type: 'root', children: content.flatMap((node) => clean(node, page)) };
}

function clean(node: Nodes, page: URL, isInMath = false): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || isPageOnly(node)) return [];
  const isMath = isInMath || node.tagName === 'math';
  const children = node.children.flatMap((child) => clean(child, page, isMath));
  if (wrappers.has(node.tagName) || isFold(node)) return children;
  return [{ ...node, properties: isMath ? keepMath(node) : keepHtml(node, page), children }];
}

/** An element that folds others on a phone, whose summary is not in other forms of the page. */
const isFold = hasClass('fold');

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

/** MathML needs its presentation attributes. */
function keepMath({ properties }: Element): Properties {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.filter(([name]) => name !== 'className' && name !== 'style'));
}
