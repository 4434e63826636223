import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAddress, formatAddress } from './address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { listNodes, parseMarkdown } from './markdown.ts';
import { isTextPage, isTranslation, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** Checks the two files for language models against the twins that they link to. */
export const llms: Check = {
  claim: 'llms.txt links to the twin of every entry, and llms-full.txt contains it',
  run: (site) => {
    const entries = site.pages.filter((page) => isTextPage(page) && !isTranslation(page));
    const problems = [...checkList(entries, site), ...checkWhole(entries, site)];
    return { extent: formatAmount(entries.length, 'twin'), problems };
  },
};

function readFile({ folder }: BuiltSite, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function checkList(entries: readonly Page[], site: BuiltSite): Problem[] {
  const text = readFile(site, 'llms.txt');
  const links = listNodes(parseMarkdown(text), 'link').map(({ url }) => url);
  const twins = entries.map((page) => `${formatAddress(page, site)}index.md`);
  return [
    ...(/^# \S.*\n\n> \S/.test(text) ? [] : ['It does not begin with a title and a summary.']),
    ...twins.filter((twin) => !links.includes(twin)).map((twin) => `It lacks a link to ${twin}.`),
    ...[...new Set(links)].flatMap((address) => checkAddress(address, site)),
  ].map((message) => ({ place: '/llms.txt', message }));
}

function checkWhole(entries: readonly Page[], site: BuiltSite): Problem[] {
  const text = readFile(site, 'llms-full.txt');
  const names = Array.from(text.matchAll(/^\[\^([^\]]+)\]:/gm), ([, name = '']) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const plain = dropNumbers(text);
  const missing = entries.filter(
    ({ path }) => !plain.includes(dropNumbers(readFile(site, `${path}index.md`))),
  );
  return [
    ...[...twice].map((name) => `Two footnotes have the name “${name}”.`),
    ...missing.map(({ path }) => `It does not contain ${path}index.md word for word.`),
  ].map((message) => ({ place: '/llms-full.txt', message }));
}

/** Removes the entry numbers from footnote names. */
function dropNumbers(text: string): string {
  return text.replace(/\[\^(\d+-)?/g, '[^');
}
