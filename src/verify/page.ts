import { readFormula } from '../lib/formula.ts';
import { shiftLetters } from '../lib/math-text.ts';
import { kindNames, kinds } from '../kinds/registry.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import {
  HtmlValidate,
  Parser,
  StaticConfigLoader,
  type ConfigData,
  type HtmlElement,
} from 'html-validate';

// Off: long-title, since titles are the author's; void-style, since both styles are valid and
// Astro mixes them; no-redundant-role, since Safari ignores lists without markers unless they have
// a role.
const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off',
    'no-redundant-role': 'off',
    // BibTeX keys may contain any character, and are part of ids.
    'valid-id': ['error', { relaxed: true }],
    'void-style': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};

export const validator = new HtmlValidate(new StaticConfigLoader(config));

/** A built page, as text and as a tree. */
export interface Page {
  /** The path from the site's root, as `/tags/`. */
  path: string;
  html: string;
  root: HtmlElement;
}

const parserConfig = await validator.getConfigFor('page.html');

/** Reads pages of a built folder. Paths have no leading slash: `''`, `404.html`, `tags/`. */
export function readPages(folder: string, pages: readonly string[]): Page[] {
  return pages.map((page) => {
    const file = join(folder, page.replace(/(^|\/)$/, '$1index.html'));
    const html = readFileSync(file, 'utf8');
    return { path: `/${page}`, html, root: new Parser(parserConfig).parseHtml(html) };
  });
}

/** Whether a page is that of an entry. */
export function isEntryPage({ path }: Page): boolean {
  return kindNames.some((name) => new RegExp(`^/${kinds[name].path}/.`).test(path));
}

/** Whether a page is that of a translation, below the page of its original. */
export function isTranslation({ path, root }: Page): boolean {
  const names = path.split('/').filter(Boolean);
  const isOfKind = kindNames.some((name) => kinds[name].path === names[0]);
  return names.length > (isOfKind ? 2 : 1) && root.querySelector('.entry-page') !== null;
}

/** Whether a page is that of an entry, and not that of a translation. */
export function isOriginalPage(page: Page): boolean {
  return isEntryPage(page) && !isTranslation(page);
}

/** Whether a page is that of an entry, or a free page. */
export function isTextPage(page: Page): boolean {
  return isEntryPage(page) || page.root.querySelector('.entry-page') !== null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Decodes HTML entities once: `&amp;lt;` becomes `&lt;`. */
export function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')));
  });
}

/** Returns the words of a heading, with each formula as TeX. */
export function readHeading(page: Page, heading: HtmlElement): string {
  return readWords(parseElement(page, heading)).trim();
}

/** Returns the words of a title in plain characters, as heads and data have it. */
export function readTitle(page: Page, heading: HtmlElement): string {
  return readWords(parseElement(page, heading), true).trim();
}

/** The page's tree lacks the MathML of formulas. */
function parseElement({ html }: Page, { location, tagName }: HtmlElement): Nodes {
  const end = html.indexOf(`</${tagName}>`, location.offset);
  return fromHtml(`<${html.slice(location.offset, end)}`, { fragment: true });
}

/** Reads a formula from its TeX annotation alone. */
function readWords(node: Nodes, isPlain = false, isFormula = false): string {
  if (node.type === 'text') return isFormula ? '' : node.value;
  if (!('children' in node)) return '';
  const { tagName = '', properties = {} } = node.type === 'element' ? node : {};
  const isTex = tagName === 'annotation';
  const isWithin = (isFormula || [properties.className].flat().includes('katex')) && !isTex;
  const words = node.children.map((child) => readWords(child, isPlain, isWithin)).join('');
  if (isPlain && isTex) return readFormula(words);
  if (!isPlain || (tagName !== 'sub' && tagName !== 'sup')) return words;
  return shiftLetters(words, tagName) ?? words;
}

/** Returns the headings of a page in document order. */
export function listHeadings({ root }: Page): HtmlElement[] {
  return root
    .querySelectorAll('h1, h2, h3, h4, h5, h6')
    .toSorted((a, b) => a.location.offset - b.location.offset);
}

/** Returns the executable scripts of a page, not JSON-LD. */
export function listScripts({ root }: Page): HtmlElement[] {
  return root
    .querySelectorAll('script')
    .filter((script) => script.getAttributeValue('type') !== 'application/ld+json');
}

/** Link relations that fetch nothing. */
const naming = 'alternate author canonical cite-as describedby expect item license type'.split(' ');

/** Returns the addresses that a page makes a browser fetch. */
export function listFetched({ root }: Page): string[] {
  const links = root
    .querySelectorAll('link')
    .filter((link) => !naming.includes(link.getAttributeValue('rel') ?? ''));
  const read = (name: string, elements = root.querySelectorAll(`[${name}]`)): string[] =>
    elements.map((element) => element.getAttributeValue(name) ?? '');
  return [
    ...read('href', links),
    ...['src', 'poster', 'data'].flatMap((name) => read(name)),
    ...read('srcset').flatMap((list) => list.split(/,\s+/).map((one) => one.split(' ')[0] ?? '')),
  ];
}
