import type { Element } from 'hast';

/** Elements that are navigation, controls or drawings of a page, or that only a browser reads. */
const tags = new Set('button fieldset link meta nav script style svg template'.split(' '));

/**
 * Whether an element is left out of every other form of its page: navigation and controls, content that is hidden
 * from some readers because it repeats other content (the glyphs of a formula, works in the margin), and all that
 * its component marks with `data-page-only`.
 */
export function isPageOnly({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat();
  const { ariaHidden, hidden, dataPageOnly } = properties;
  return (
    tags.has(tagName) ||
    String(ariaHidden) === 'true' ||
    (hidden !== undefined && hidden !== false) ||
    dataPageOnly !== undefined ||
    // The picture for the light theme shows the same.
    classes.includes('only-dark')
  );
}
