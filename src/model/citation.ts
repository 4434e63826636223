import { formatApaParts, type ApaPart } from '../bibliography/apa.ts';
import { buildPlainEntry, type PlainFields } from '../bibliography/plain-entry.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { formatPlain } from '../lib/inline.ts';
import type { Site } from '../schema/site.ts';

/** The citation of one of the author's own entries. */
export interface OwnCitation {
  /** The reference in APA style. */
  parts: ApaPart[];
  bibtex: string;
  work: Reference;
  /** Whether it names an author, without which it is not shown. */
  hasAuthor: boolean;
}

/** Builds a citation from the fields of a BibTeX entry. */
export function buildCitation(...entry: Parameters<typeof buildPlainEntry>): OwnCitation {
  const [type, key, fields] = entry;
  // The work is plain, like the title of the entry; its BibTeX has the marks.
  const plain = Object.entries(fields).map(([name, value]) => {
    return [name, name === 'author' || !Array.isArray(value) ? value : formatPlain(value)];
  });
  const work = {
    ...buildReference(buildPlainEntry(type, key, Object.fromEntries(plain) as PlainFields)),
    source: buildPlainEntry(...entry).source,
  };
  const parts = formatApaParts(buildReference(buildPlainEntry(...entry)));
  return { parts, bibtex: work.source, work, hasAuthor: work.authors.length > 0 };
}

/** The citation of a work of `content/own.bib`, as that states it. A work without an address has that of its page. */
export function citeWork(work: Reference, page: string | undefined): OwnCitation {
  const url = page !== undefined && work.address === undefined && { url: page, address: page };
  const located = { ...work, ...url };
  return {
    parts: formatApaParts(located),
    bibtex: work.source,
    work: located,
    hasAuthor: work.authors.length > 0,
  };
}

/** The absolute address of a page; undefined if the site has no address. */
export function formatPageUrl({ address }: Site, page: string): string | undefined {
  return address === undefined ? undefined : new URL(page, address).href;
}
