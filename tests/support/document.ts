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
import { exampleBuild, portfolioBuild, rootBuild, type Build } from './builds.ts';

// Off are: long-title, for a title is as long as its author made it; void-style, for both styles are HTML and
// Astro mixes them; no-redundant-role, for Safari takes a list without markers for none unless it is told.
const config = JSON.parse(
  readFileSync(join(import.meta.dirname, '../html-validate.json'), 'utf8'),
) as ConfigData;

export const validator = new HtmlValidate(new StaticConfigLoader(config));

/** A built page, as text and as a tree. */
export interface Document {
  /** Its path from the site's root. */
  path: string;
  html: string;
  root: HtmlElement;
}

const parserConfig = await validator.getConfigFor('page.html');

/** Every page of a build. */
export function readPages({ folder, pages }: Build): Document[] {
  return pages.map((page) => {
    const file = join(folder, page.replace(/(^|\/)$/, '$1index.html'));
    const html = readFileSync(file, 'utf8');
    return { path: `/${page}`, html, root: new Parser(parserConfig).parseHtml(html) };
  });
}

/** Every page of the site at the root of its host. */
export const documents = readPages(rootBuild);

/** Every page of the site with an address, in a folder of its host. */
export const portfolioDocuments = readPages(portfolioBuild);

/** Every page of the example. */
export const exampleDocuments = readPages(exampleBuild);

/** Throws where there is no page at `path`. */
export function findPage(path: string, pages: readonly Document[]): Document {
  const page = pages.find((document) => document.path === path);
  if (page === undefined) throw new Error(`There is no page ${path}.`);
  return page;
}

export const researchPage = findPage('/', documents);

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Text as a reader sees it, from text as HTML writes it. */
export function decode(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The words of a heading of a page, each formula as its TeX. */
export function readHeading({ html }: Document, { location, tagName }: HtmlElement): string {
  // The tree of a page has nothing of what is in the MathML of a formula.
  const end = html.indexOf(`</${tagName}>`, location.offset);
  return readWords(fromHtml(`<${html.slice(location.offset, end)}`, { fragment: true })).trim();
}

/** Of a formula there is read what its annotation holds, not what is drawn and not its MathML. */
function readWords(node: Nodes, isFormula = false): string {
  if (node.type === 'text') return isFormula ? '' : node.value;
  if (!('children' in node)) return '';
  const { tagName = '', properties = {} } = node.type === 'element' ? node : {};
  const isWithin =
    (isFormula || [properties.className].flat().includes('katex')) && tagName !== 'annotation';
  return node.children.map((child) => readWords(child, isWithin)).join('');
}

/** The headings of a page, in the order in which they stand. */
export function listHeadings({ root }: Document): HtmlElement[] {
  return root
    .querySelectorAll('h1, h2, h3, h4, h5, h6')
    .toSorted((a, b) => a.location.offset - b.location.offset);
}

/** The scripts of a page that run; a data block, which is a script element too, does not. */
export function listScripts({ root }: Document): HtmlElement[] {
  return root
    .querySelectorAll('script')
    .filter((script) => script.getAttributeValue('type') !== 'application/ld+json');
}

/** Links that name a page and fetch nothing. */
const naming = 'alternate author canonical cite-as describedby item license type'.split(' ');

/** The addresses that the elements of a page have a browser fetch. */
export function listFetched({ root }: Document): string[] {
  const links = root
    .querySelectorAll('link')
    .filter((link) => !naming.includes(link.getAttributeValue('rel') ?? ''));
  const read = (name: string, elements = root.querySelectorAll(`[${name}]`)): string[] =>
    elements.map((element) => element.getAttributeValue(name) ?? '');
  return [
    ...read('href', links),
    ...['src', 'srcset', 'poster', 'data'].flatMap((name) => read(name)),
  ];
}
