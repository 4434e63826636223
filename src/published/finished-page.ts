import { hash } from 'node:crypto';
import { serialize } from 'node:v8';
import { buildKey, readCached, writeCached, type CachePlace } from '../cache/file-cache.ts';
import { hideInHtml, hideInMarkdown } from '../lib/hidden-email.ts';
import { findContact } from '../metadata/subject.ts';
import { finishPage } from './finished-html.ts';
import { buildPageForms, type PageForms } from './forms.ts';
import { parsePage, type RawPage } from './page.ts';
import type { PublishedSite } from './site.ts';

/** A page as it is published, with its other forms, where search may find it. */
export interface PublishedPage {
  html: string;
  forms?: PageForms;
}

type Build = (page: RawPage) => PublishedPage;

/**
 * Returns a function that finishes the pages of a site, and takes from `cache` those that are as they were. `scripts`
 * is the text of the script files of the site.
 */
export function startFinishing(site: PublishedSite, scripts: string, cache?: CachePlace): Build {
  const addresses = new Set(site.site.pages.map(({ address }) => address));
  const email = findContact(site.site.frame, 'mailto:')?.slice('mailto:'.length);
  const build: Build = ({ address, file, html }) => {
    const page = parsePage(address, html);
    const finished = finishPage(page, file, scripts);
    const forms = addresses.has(address) ? buildPageForms(page, site) : undefined;
    if (email === undefined) return { html: finished, ...(forms && { forms }) };
    return {
      html: hideInHtml(finished, email),
      ...(forms && { forms: { ...forms, twin: hideInMarkdown(forms.twin, email) } }),
    };
  };
  if (cache === undefined) return build;
  const listInputs = startListingInputs(site);
  // Hashed once, not for each page.
  const scriptsKey = buildKey(cache, scripts);
  return (page) => {
    const key = buildKey(cache, 'page', scriptsKey, ...listInputs(page));
    const known = readCached(cache, key);
    if (known !== undefined) return parse(known);
    const made = build(page);
    writeCached(cache, key, format(made));
    return made;
  };
}

/** Returns a function that lists everything that a published page depends on, beside the code. */
export function startListingInputs({ site, references, origin }: PublishedSite) {
  // The words of a language are code.
  const { words, ...frame } = site.frame;
  const ofAll = hash('sha256', serialize([frame, words.language, origin, references]));
  // A page reads its own data, as an entry or a page, or its own date.
  const pages = new Map(site.pages.map((page) => [page.address, page]));
  const texts = [...site.entries, ...site.freePages, ...site.translations];
  const entries = new Map(texts.map((one) => [one.address, one]));
  return ({ address, file, html }: RawPage) => [
    ofAll,
    address,
    file,
    html,
    serialize([pages.get(address), entries.get(address)]),
  ];
}

function format({ html, forms }: PublishedPage): Buffer {
  const written = forms && { ...forms, pictures: [...forms.pictures] };
  return Buffer.from(JSON.stringify({ html, forms: written }));
}

function parse(bytes: Buffer): PublishedPage {
  const { html, forms } = JSON.parse(bytes.toString()) as {
    html: string;
    forms?: Omit<PageForms, 'pictures'> & { pictures: [string, string][] };
  };
  return { html, ...(forms && { forms: { ...forms, pictures: new Map(forms.pictures) } }) };
}
