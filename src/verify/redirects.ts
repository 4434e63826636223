import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nameFormerFile } from '../lib/former-address.ts';
import { readEntryFile } from '../loaders/entry-file.ts';
import { listAllEntries } from '../loaders/own-entries.ts';
import { getValue } from '../loaders/source.ts';
import { checkAddress } from './address.ts';
import { formatAmount, type Check, type Outcome, type Problem } from './check.ts';
import { strictPolicy, validHtml } from './html.ts';
import { decode, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';
import { readLink, readMeta } from './statement.ts';

/** Checks the pages at former addresses. Other checks leave them out: they only lead elsewhere. */
export const redirects: Check = {
  claim: 'Every former address leads to a page',
  run: async (site) => {
    const pages = site.redirects;
    const checks = [validHtml, strictPolicy];
    const outcomes: Outcome[] = [];
    for (const check of checks) outcomes.push(await check.run({ ...site, pages }));
    const problems = [
      ...outcomes.flatMap((outcome) => outcome.problems),
      ...pages.flatMap((page) => checkRedirect(page, site)),
      ...findMissing(site),
    ];
    return { extent: formatAmount(pages.length, 'page'), problems };
  },
};

/** Finds former addresses of entries that have no page. */
function findMissing({ source, folder }: BuiltSite): Problem[] {
  return listAllEntries(source).flatMap((file) =>
    [getValue(readEntryFile(source, file).source?.data, ['formerly'])]
      .flat()
      .flatMap((path) => (typeof path === 'string' ? path.trim() : []))
      .filter((path) => !existsSync(join(folder, nameFormerFile(path))))
      .map((path) => ({ place: path, message: `${file} names it, but it has no page.` })),
  );
}

function checkRedirect(page: Page, site: BuiltSite): Problem[] {
  const { root, path } = page;
  const read = (selector: string, name: string) =>
    decode(root.querySelector(selector)?.getAttributeValue(name) ?? '');
  const target = read('meta[http-equiv="refresh"]', 'content').replace(/^0;url=/, '');
  const address = (site.origin ?? '') + target;
  const shown = read('main a', 'href');
  const canonical = readLink(page, 'canonical') ?? '';
  const messages = [
    ...checkAddress(address, site),
    ...(shown === target ? [] : [`It leads to ${target}, and its link to ${shown}.`]),
    ...(canonical === address ? [] : [`It leads to ${address}, and is at ${canonical}.`]),
    ...(readMeta(page, 'robots').includes('noindex') ? [] : ['Search engines may list it.']),
  ];
  return messages.map((message) => ({ place: path, message }));
}
