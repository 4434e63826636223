import { decode, readHeading, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** What one form of an entry says of it. A field for which a form has no place is left out. */
export interface Statement {
  title?: string | undefined;
  /** Names as they are printed, between commas; empty where nobody is named. */
  authors?: string;
  /** When a thread began, or a paper became public. */
  date?: string | undefined;
  /** The year by which it is cited. */
  year?: string | undefined;
  status?: string | undefined;
  address?: string | undefined;
}

/** Reads what one form says of the entry of a page. */
export type Read = (page: Page, site: BuiltSite) => Statement;

export function isPaper({ path }: Page): boolean {
  return path.startsWith('/papers/');
}

/** Reads the words of the first element that `selector` finds. */
export function readText({ root }: Page, selector: string): string {
  return decode(root.querySelector(selector)?.textContent ?? '').trim();
}

/** Reads the values of a `meta` element of the head. */
export function readMeta({ root }: Page, name: string): string[] {
  return root
    .querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)
    .map((tag) => decode(tag.getAttributeValue('content') ?? ''));
}

/** Reads the address of a `link` element of the head. */
export function readLink({ root }: Page, rel: string): string | undefined {
  const href = root.querySelector(`link[rel="${rel}"]`)?.getAttributeValue('href');
  return typeof href === 'string' ? decode(href) : undefined;
}

export function readApa(page: Page): string {
  return readText(page, '.how-to-cite [data-copy="Copy APA"]');
}

/** Reads what a reader of the page sees. A thread is by the author of the site. */
export const readVisible: Read = (page) => {
  const heading = page.root.querySelector('h1');
  const title = heading ? readHeading(page, heading) : '';
  const isNamed = !readText(page, '.how-to-cite p').startsWith('No author is named');
  const authors = readText(page, isPaper(page) ? '.entry-text > p' : 'footer p');
  const time = page.root.querySelector(isPaper(page) ? '.publication time' : '.entry-rail time');
  // A title and a name may hold a year themselves.
  const rest = readApa(page).replace(title, '').replace(authors, '');
  return {
    title,
    authors: isNamed ? authors : '',
    date: time?.getAttributeValue('datetime') ?? undefined,
    year: /\((\d{4})\)/.exec(rest)?.[1],
    status: readText(page, isPaper(page) ? '.publication p' : '.entry-rail p span'),
  };
};
