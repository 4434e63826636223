import type { Element } from 'hast';

/** Elements for navigation, controls or drawings of a page, or for browsers only. */
const tags = new Set('button fieldset link meta nav script style svg template'.split(' '));

/**
 * Whether to omit an element from every other form of its page: navigation and controls, content that is hidden from
 * some readers because it repeats other content (the glyphs of a formula, works in the margin), and elements with
 * `data-page-only`.
 */
export function isPageOnly({ tagName, properties }: Element): boolean {
  const classes = [properties.className].flat();
  const { ariaHidden, hidden, dataPageOnly } = properties;
  return (
    tags.has(tagName) ||
    String(ariaHidden) === 'true' ||
    (hidden !== undefined && hidden !== false) ||
    // Astro writes false as a word.
    (dataPageOnly !== undefined && dataPageOnly !== 'false') ||
    // The picture for the light theme has the same content.
    classes.includes('only-dark')
  );
}
