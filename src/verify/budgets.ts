import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { formatAmount, type Check, type Problem } from './check.ts';
import { isTextPage, listScripts, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** Returns the size of a text as a good host sends it: Brotli, quality 11. */
export function compress(text: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(text, { params }).length;
}

/**
 * The allowed size of a page, in bytes after Brotli: a base for the styles, head and script of
 * every page, and an allowance for each part of its content. Measured on the fixture sites, with a
 * tenth to spare.
 */
export const allowances = {
  index: 9_568,
  entryPage: 11_328,
  word: 4,
  /** For a table row or an article, beside its words. */
  row: 160,
  /** For a work in a reference list, with its links, beside its words. */
  reference: 160,
  /** For a formula: its MathML and its boxes. */
  formula: 96,
  /** For the styles of formulas, which only pages with formulas have. */
  formulaStyles: 960,
  /** For a citation: its link, its line and the work in the margin. */
  citation: 72,
  /** For a code block, whose words are coloured one by one. */
  code: 256,
  /** For an interactive figure, beside its words and numbers: its controls and its drawing, which may be six plates. */
  figure: 2_560,
  /** For a face of some characters, which only pages with these have. */
  face: 64,
  /** For the inline scripts of every page. */
  script: 1_024,
  /** For the script files that an entry's page loads at once. */
  entryScript: 4_096,
  /** For the words of scripts, which only pages in another language than English have. */
  scriptWords: 640,
};

/** Adds up the allowances of a page. */
export function listAllowed(page: Page): number {
  const count = (selector: string) => page.root.querySelectorAll(selector).length;
  const words = page.root.querySelector('body')?.textContent.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // A text without spaces between words, such as Chinese, is measured by its letters.
  const signs = page.root.querySelector('body')?.textContent.match(/\p{Lo}/gu)?.length ?? 0;
  return (
    (isTextPage(page) ? allowances.entryPage : allowances.index) +
    count('main table tbody tr, main article') * allowances.row +
    count('li[id]') * allowances.reference +
    count('.interactive') * allowances.figure +
    count('.katex') * allowances.formula +
    (count('.katex') > 0 ? allowances.formulaStyles : 0) +
    count('script#words') * allowances.scriptWords +
    count('a.cite') * allowances.citation +
    count('pre') * allowances.code +
    (page.html.split('unicode-range').length - 1) * allowances.face +
    (words + signs) * allowances.word
  );
}

function weighPage(page: Page): Problem[] {
  const [bytes, allowed] = [compress(page.html), listAllowed(page)];
  if (bytes <= allowed) return [];
  return [
    { place: page.path, message: `It has ${bytes} bytes; for its content ${allowed} are allowed.` },
  ];
}

/** Checks that no text waits for a script, and that scripts are small. */
function weighScripts(page: Page, { folder, base }: BuiltSite): Problem[] {
  const files = page.root.querySelectorAll('script[src]');
  const texts = files.map((script) =>
    readFileSync(join(folder, (script.getAttributeValue('src') ?? '').slice(base.length)), 'utf8'),
  );
  const inline = listScripts(page).map(({ textContent }) => textContent);
  const bytes = compress([...inline, ...texts].join('\n'));
  const allowed =
    (isTextPage(page) ? allowances.entryScript : allowances.script) +
    page.root.querySelectorAll('script#words').length * allowances.scriptWords;
  const waiting = files.filter((script) => script.getAttributeValue('type') !== 'module');
  return [
    ...(bytes <= allowed ? [] : [`Its scripts have ${bytes} bytes; ${allowed} are allowed.`]),
    ...waiting.map(() => 'It has a script that blocks its text.'),
  ].map((message) => ({ place: page.path, message }));
}

export const budgets: Check = {
  claim: 'Every page is small for its content',
  run: (site) => ({
    extent: formatAmount(site.pages.length, 'page'),
    problems: site.pages.flatMap((page) => [...weighPage(page), ...weighScripts(page, site)]),
  }),
};
