import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { makePortable } from './portable-html.ts';
import { replaceElements } from './tree.ts';

/** Sections of an entry's page that its feed items already state. */
const told = ['history', 'cite'];

/** Formats the text of an entry's page as standalone HTML. `page` is its absolute address. */
export function formatFeedContent(main: Element, page: URL): string {
  const text = replaceElements(main.children, ({ tagName, properties: { id } }) =>
    tagName === 'h1' || told.includes(String(id)) ? [] : undefined,
  );
  return toHtml(makePortable(text, page));
}
