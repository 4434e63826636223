import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';

/** What is left of an element’s properties where there is neither style nor script of this site. */
const kept = new Set(
  'alt checked colSpan dateTime disabled height open rowSpan scope start title type width'.split(
    ' ',
  ),
);

/** Those that hold an address. */
const addresses = ['href', 'src', 'cite'] as const;

/** What says nothing without style or script. */
const dropped = new Set(['script', 'style', 'svg', 'button', 'template', 'link', 'meta']);

/** Classes of what a page shows beside something that says the same, and of what only a script makes use of. */
const doubled = [
  'only-dark',
  'self-link',
  'interactive-controls',
  'interactive-cite',
  'interactive-file',
  'interactive-downloads',
];

/**
 * HTML of the page at `page` as it can be read elsewhere, as by a feed reader: every address absolute,
 * no class, id, style or script, and formulas as MathML, which holds their TeX. What is hidden from those
 * who listen says again what is said beside it (the glyphs of a formula, the works in the margin): it goes.
 */
export function makePortable(tree: Root, page: URL): Root {
  return { type: 'root', children: tree.children.flatMap((node) => clean(node, page)) };
}

function clean(node: Nodes, page: URL, isInMath = false): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || isDropped(node)) return [];
  const isMath = isInMath || node.tagName === 'math';
  const children = node.children.flatMap((child) => clean(child, page, isMath));
  if (isWrapper(node)) return children;
  return [{ ...node, properties: isMath ? keepMath(node) : keepHtml(node, page), children }];
}

/** Whether an element says nothing, or what is said beside it. */
export function isDropped({ tagName, properties: { ariaHidden, className } }: Element): boolean {
  const classes = [className].flat();
  return (
    dropped.has(tagName) ||
    String(ariaHidden) === 'true' ||
    doubled.some((name) => classes.includes(name))
  );
}

/** An element that is there for the style of the site alone. */
function isWrapper({ tagName, properties: { className } }: Element): boolean {
  const classes = [className].flat();
  return tagName === 'span' || classes.includes('passage') || classes.includes('margin');
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

/** MathML says by attributes what a formula is. */
function keepMath({ properties }: Element): Properties {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.filter(([name]) => name !== 'className' && name !== 'style'));
}
