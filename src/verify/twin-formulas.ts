import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readEntryFile } from '../loaders/entry-file.ts';
import { entryFolder } from '../loaders/files.ts';
import { formatAmount } from './check.ts';
import { listNodes } from './markdown.ts';
import { isEntryPage, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';
import { findKind } from './statement.ts';
import type { TwinPair } from './twins.ts';

/** Compares the formulas of a twin with its page, and with the author's TeX. */
export function checkFormulas({ page, tree }: TwinPair, site: BuiltSite): string[] {
  const count = (selector: string) => page.root.querySelectorAll(`main ${selector}`).length;
  const told = listFormulas(tree);
  const blocks = listNodes(tree, 'math').length;
  return [
    ...compareCount('formula', told.length, count('.katex')),
    ...compareCount('displayed formula', blocks, count('.katex-display')),
    ...(isEntryPage(page) ? compareTex(told, page, site) : []),
  ];
}

function compareCount(noun: string, told: number, shown: number): string[] {
  if (told === shown) return [];
  return [`It has ${formatAmount(told, noun)}, the page ${shown}.`];
}

function listFormulas(tree: Root): string[] {
  return [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')].map(({ value }) => value);
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

function compareTex(told: readonly string[], page: Page, { source }: BuiltSite): string[] {
  const slug = page.path.split('/').at(-2) ?? '';
  const name = `${entryFolder(findKind(page))}/${slug}.mdx`;
  if (!existsSync(join(source, name))) return [`The source of the page, ${name}, does not exist.`];
  let written: string[];
  try {
    written = listFormulas(parser.parse(readEntryFile(source, name).body ?? '')).map(simplify);
  } catch (error) {
    return [`It cannot be compared with ${name}: ${(error as Error).message}`];
  }
  const twin = told.map(simplify);
  return [
    ...subtract(written, twin).map((tex) => `It lacks the formula “${tex}” of ${name}.`),
    ...subtract(twin, written).map((tex) => `It has the formula “${tex}”, which ${name} lacks.`),
  ];
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
