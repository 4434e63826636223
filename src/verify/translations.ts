import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage } from '../loaders/entry-language.ts';
import { findPagePath } from '../loaders/files.ts';
import { findOriginal } from '../loaders/originals.ts';
import { listAllEntries } from '../loaders/own-entries.ts';
import { formatAddress } from './address.ts';
import { formatAmount, type Check } from './check.ts';
import type { BuiltSite } from './site.ts';

/** A page that links to another one in another language. */
interface Step {
  from: string;
  to: string;
  /** The language of the other one. */
  language: string;
}

/** Checks that a reader and a search engine find each text in its other languages. */
export const translations: Check = {
  claim: 'Every text and its translations link to each other',
  run: (site) => {
    const steps = listSteps(site);
    const problems = steps.flatMap((step) =>
      listFaults(step, site).map((message) => ({ place: step.from, message })),
    );
    return { extent: formatAmount(steps.length, 'link'), problems };
  },
};

/** The links between each translation and its original, in both directions. */
function listSteps({ source }: BuiltSite): Step[] {
  return listAllEntries(source).flatMap((file): Step[] => {
    const { original, language } = findOriginal(source, file) ?? {};
    if (original === undefined || language === undefined) return [];
    const [own = '', other = ''] = [file, original].map(findPagePath);
    return [
      { from: other, to: own, language },
      { from: own, to: other, language: loadLanguage(source, join(source, original)) },
    ];
  });
}

function listFaults({ from, to, language }: Step, site: BuiltSite): string[] {
  const [page, other] = [from, to].map((path) => site.pages.find((one) => one.path === path));
  if (page === undefined || other === undefined) return [`Its page or ${to} does not exist.`];
  const isLinked = (selector: string, address: string) =>
    page.root
      .querySelectorAll(`${selector}[hreflang="${language}"]`)
      .some((link) => link.getAttributeValue('href') === address);
  const address = formatAddress(other, site);
  const path = site.base.replace(/\/$/, '') + to;
  const spoken = other.root.querySelector('.entry-page')?.closest('[lang]');
  return [
    ...(isLinked('.entry-page a', path) ? [] : [`It has no link to ${to} for readers.`]),
    ...(site.origin === undefined || isLinked('link', address)
      ? []
      : [`Its head does not name ${to} in the language ${language}.`]),
    ...(site.origin === undefined || isMapped(page, language, address, site)
      ? []
      : [`The sitemap does not name ${to} in the language ${language} beside it.`]),
    ...(spoken?.getAttributeValue('lang') === language
      ? []
      : [`The language of ${to} is not ${language}.`]),
  ];
}

/** Whether the sitemap names a page in another language beside `page`. */
function isMapped(page: { path: string }, language: string, address: string, site: BuiltSite) {
  const map = readFileSync(join(site.folder, 'sitemap.xml'), 'utf8');
  const [, lines = ''] = map.split(`<loc>${formatAddress(page, site)}</loc>`);
  const [own = ''] = lines.split('</url>');
  return own.includes(`hreflang="${language}" href="${address}"`);
}
