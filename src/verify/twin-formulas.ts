import type { Root } from 'mdast';
import { listProse, listTitles } from '../lib/prose-fields.ts';
import { readFormulas } from '../lib/tex/formulas.ts';
import { parseMdx } from '../loaders/body/mdx.ts';
import { listNodes as listBodyNodes } from '../loaders/body/node.ts';
import { readEntryFile } from '../loaders/entry-file.ts';
import { findTextPath } from '../kinds/registry.ts';
import { parseEntryPath } from '../loaders/files.ts';
import { expandFields, loadMacros } from '../loaders/macros.ts';
import { listAllEntries } from '../loaders/own-entries.ts';
import { formatAmount } from './check.ts';
import { listNodes } from './markdown.ts';
import { decode, isTextPage, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';
import type { TwinPair } from './twins.ts';

/** Compares the formulas of a twin with its page, and with the author's TeX. */
export function checkFormulas({ page, tree }: TwinPair, site: BuiltSite): string[] {
  const count = (selector: string) =>
    page.root
      .querySelectorAll(`main ${selector}`)
      .filter((formula) => formula.closest('nav, [data-page-only], [aria-hidden="true"]') === null)
      .length;
  const told = listFormulas(tree);
  const blocks = listNodes(tree, 'math').length;
  return [
    ...compareCount('formula', told.length, count('.katex')),
    ...compareCount('displayed formula', blocks, count('.katex-display')),
    ...(isTextPage(page) ? compareTex(told, page, site) : []),
  ];
}

function compareCount(noun: string, told: number, shown: number): string[] {
  if (told === shown) return [];
  return [`It has ${formatAmount(told, noun)}, the page ${shown}.`];
}

function listFormulas(tree: Root): string[] {
  return [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')].map(({ value }) => value);
}

/** The formulas of an entry, with its macros replaced and its rows numbered. */
function readWritten(source: string, name: string): string[] {
  const { tree, faults } = parseMdx(readEntryFile(source, name).body ?? '');
  if (faults[0]) throw new Error(faults[0].fix);
  const formulas = readFormulas(listBodyNodes(tree), loadMacros(source)).values();
  return Array.from(formulas, ({ tex }) => tex.text).filter((tex) => tex.trim() !== '');
}

function compareTex(told: readonly string[], page: Page, { source }: BuiltSite): string[] {
  const name = listAllEntries(source).find((file) => findPath(file) === page.path);
  if (name === undefined) return ['The source of the page does not exist.'];
  let written: string[];
  try {
    written = readWritten(source, name).map(simplify);
  } catch (error) {
    return [`It cannot be compared with ${name}: ${(error as Error).message}`];
  }
  const twin = told.map(simplify);
  return [
    ...subtract(written, twin).map((tex) => `It lacks the formula “${tex}” of ${name}.`),
    ...subtract(twin, [
      ...written,
      ...listWorkFormulas(page),
      ...listFieldFormulas(twin, source),
    ]).map((tex) => `It has the formula “${tex}”, which ${name} lacks.`),
  ];
}

/** The path of the page of the text in `file`. */
function findPath(file: string): string | undefined {
  const text = parseEntryPath(file);
  return text && findTextPath(text.kind, text.slug);
}

/** Returns those of the formulas that a field of any entry has: titles are on the pages of other entries, too. */
function listFieldFormulas(formulas: readonly string[], source: string): string[] {
  const texts = listAllEntries(source).flatMap((file) => {
    const { source: fields, body = '' } = readEntryFile(source, file);
    return [
      body,
      ...[...listProse(fields?.data), ...listTitles(fields?.data)].map(({ text }) => text),
    ];
  });
  // Each by itself: a mark of code may open in one and close in another.
  const expanded = expandFields(texts, loadMacros(source)).join('\n');
  return formulas.filter((tex) => expanded.includes(`$${tex}$`));
}

/** The formulas in the titles of the works that a page lists. */
function listWorkFormulas({ root, html }: Page): string[] {
  return root.querySelectorAll('.cited').flatMap(({ location: { offset } }) => {
    const list = html.slice(offset, html.indexOf('</ol>', offset));
    const found = list.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs);
    return Array.from(found, ([, tex = '']) => simplify(decode(tex)));
  });
}

/** Removes equation numbers and unifies the commands for a bar, since | would end a table cell. */
function simplify(tex: string): string {
  return tex
    .trim()
    .replace(/\s*\\tag\{[^{}]*\}$/, '')
    .replace(/\\[vV]ert(?![a-zA-Z]) ?|\\?\|/g, '|');
}

/** Returns the items that `all` has more often than `some`. */
function subtract(all: readonly string[], some: readonly string[]): string[] {
  const rest = [...some];
  return all.filter((one) => {
    const index = rest.indexOf(one);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
