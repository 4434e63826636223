import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { makePortable } from './portable-html.ts';
import { replaceElements } from './tree.ts';

/** Sections of an entry's page that its items in a feed tell by themselves. */
const told = ['history', 'cite'];

/** The text of an entry's page as HTML that can be read anywhere; `page` is its absolute address. */
export function formatFeedContent(main: Element, page: URL): string {
  const text = replaceElements(main.children, ({ tagName, properties: { id } }) =>
    tagName === 'h1' || told.includes(String(id)) ? [] : undefined,
  );
  return toHtml(makePortable(text, page));
}
