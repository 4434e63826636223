import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { checkAddress } from './address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { listNodes, parseTwin } from './markdown.ts';
import { decode, readTitle, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';
import { readLink } from './statement.ts';
import { checkFormulas } from './twin-formulas.ts';
import { checkHeadings } from './twin-headings.ts';

/** A page and its parsed twin. */
export interface TwinPair {
  page: Page;
  facts: Record<string, unknown>;
  tree: Root;
}

/** Checks the Markdown twin of every page against that page. */
export const twins: Check = {
  claim: 'Every Markdown twin agrees with its page',
  run: (site) => {
    const expected = site.pages.filter(({ path }) => path !== '/404.html');
    const surplus = listFiles(site).filter((path) => expected.every((page) => page.path !== path));
    const problems = [
      ...expected.flatMap((page) => checkTwin(page, site)),
      ...surplus.map((place) => ({ place, message: 'It has an index.md but no page.' })),
    ];
    return { extent: formatAmount(expected.length, 'twin'), problems };
  },
};

function listFiles({ folder }: BuiltSite): string[] {
  return globSync('**/index.md', { cwd: folder }).map(
    (file) => `/${file.replaceAll('\\', '/').replace(/index\.md$/, '')}`,
  );
}

function checkTwin(page: Page, site: BuiltSite): Problem[] {
  const file = join(site.folder, page.path, 'index.md');
  const place = `${page.path}index.md`;
  if (!existsSync(file)) return [{ place, message: 'The page has no twin.' }];
  let parts: Omit<TwinPair, 'page'>;
  try {
    parts = parseTwin(readFileSync(file, 'utf8'));
  } catch (error) {
    return [{ place, message: `Its front matter is not YAML: ${(error as Error).message}` }];
  }
  const pair = { page, ...parts };
  return [
    ...checkFacts(pair),
    ...checkHeadings(pair),
    ...checkCounts(pair),
    ...checkCode(pair),
    ...checkFormulas(pair, site),
    ...checkMarkup(pair),
    ...checkLinks(pair, site),
  ].map((message) => ({ place, message }));
}

function readFact(facts: TwinPair['facts'], name: string): string {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : '';
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

function checkFacts({ page, facts }: TwinPair): string[] {
  const heading = page.root.querySelector('main h1');
  const title = heading ? squeeze(readTitle(page, heading)) : '';
  const told = squeeze(readFact(facts, 'title'));
  const address = readFact(facts, 'address');
  const canonical = readLink(page, 'canonical') ?? address;
  return [
    ...(told === title ? [] : [`It has the title “${told}”, the page “${title}”.`]),
    ...(address === canonical ? [] : [`It has the address ${address}, the page ${canonical}.`]),
  ];
}

/** The counted elements: a node type of the twin, and a selector of the page. */
const counted = [
  ['table', 'table', 'table'],
  ['work', 'definition', '.cited > li'],
  ['footnote', 'footnoteDefinition', 'aside.note'],
] as const;

function checkCounts({ page, tree }: TwinPair): string[] {
  return counted.flatMap(([noun, type, selector]) => {
    const told = listNodes(tree, type).length;
    const shown = page.root.querySelectorAll(`main ${selector}`).length;
    return told === shown ? [] : [`It has ${formatAmount(told, noun)}, the page ${shown}.`];
  });
}

/** Compares code blocks, ignoring whitespace. */
function checkCode({ page, tree }: TwinPair): string[] {
  const told = listNodes(tree, 'code').map(({ value }) => value.trim());
  const shown = page.root
    .querySelectorAll('main pre')
    .map(({ textContent }) => decode(textContent).trim());
  if (told.length !== shown.length)
    return [`It has ${formatAmount(told.length, 'block')} of code, the page ${shown.length}.`];
  return shown
    .filter((code, index) => squeeze(code) !== squeeze(told[index] ?? ''))
    .map((code) => `It lacks the code “${code.slice(0, 60)}” of the page, or changes it.`);
}

function checkMarkup({ tree }: TwinPair): string[] {
  return listNodes(tree, 'html').map(({ value }) => `It has HTML: ${value.slice(0, 60)}`);
}

function checkLinks({ facts, tree }: TwinPair, site: BuiltSite): string[] {
  const addresses = [
    ...listNodes(tree, 'link'),
    ...listNodes(tree, 'image'),
    ...listNodes(tree, 'definition'),
  ].map(({ url }) => url);
  return [...new Set([readFact(facts, 'address'), ...addresses])].flatMap((address) =>
    checkAddress(address, site),
  );
}
