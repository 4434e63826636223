import { kindNames, kinds, type KindName } from '../kinds/registry.ts';
import { decode, readTitle, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** The facts about an entry in one of its forms. Fields that the form lacks are left out. */
export interface EntryFacts {
  title?: string | undefined;
  /** Printed names separated by commas; empty without an author. */
  authors?: string;
  /** The day on which it began, or was published. */
  date?: string | undefined;
  /** The year of the citation. */
  year?: string | undefined;
  status?: string | undefined;
  address?: string | undefined;
}

/** Reads the facts about the entry of a page from one form. */
export type Read = (page: Page, site: BuiltSite) => EntryFacts;

/** The kind of the entry of a page. */
export function findKind({ path }: Page): KindName {
  const kind = kindNames.find((name) => path.startsWith(`/${kinds[name].path}/`));
  if (kind === undefined) throw new Error(`${path} is not the page of an entry.`);
  return kind;
}

/** The path of the source of an entry’s page. A work of own.bib alone has none there. */
export function nameSource(page: Page): string {
  return `content/${kinds[findKind(page)].folder}/${page.path.split('/').at(-2) ?? ''}.mdx`;
}

/** Returns the text of the first element that matches. */
export function readText({ root }: Page, selector: string): string {
  return decode(root.querySelector(selector)?.textContent ?? '').trim();
}

/** Returns the values of a `meta` element of the head. */
export function readMeta({ root }: Page, name: string): string[] {
  return root
    .querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)
    .map((tag) => decode(tag.getAttributeValue('content') ?? ''));
}

/** Returns the address of a `link` element of the head. */
export function readLink({ root }: Page, rel: string): string | undefined {
  const href = root.querySelector(`link[rel="${rel}"]`)?.getAttributeValue('href');
  return typeof href === 'string' ? decode(href) : undefined;
}

export function readApa(page: Page): string {
  return readText(page, '.how-to-cite > p');
}

/** Reads the visible facts of a page. An entry without authors of its own has that of the site. */
export const readVisible: Read = (page) => {
  const heading = page.root.querySelector('h1');
  const title = heading ? readTitle(page, heading) : '';
  const isCited = readApa(page) !== '';
  const names = page.root
    .querySelectorAll('.entry-head > p > bdi')
    .map(({ textContent }) => decode(textContent).trim());
  const authors = names.join(', ') || readText(page, 'footer p');
  const time = page.root.querySelector('.entry-rail time');
  // A title or name may contain a year.
  const rest = readApa(page).replace(title, '').replace(authors, '');
  return {
    title,
    // Without an author an entry is not cited, and its page has no year.
    authors: isCited ? authors : '',
    date: time?.getAttributeValue('datetime') ?? undefined,
    ...(isCited && { year: /\((\d{4})\)/.exec(rest)?.[1] }),
    status: readText(page, '.entry-rail [data-status]'),
  };
};
