import { formatApaParts, type ApaPart } from '../bibliography/apa.ts';
import { buildPlainEntry } from '../bibliography/plain-entry.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import type { Site } from '../schema/site.ts';

/** The citation of one of the author's own entries. */
export interface OwnCitation {
  /** The reference in APA style. */
  parts: ApaPart[];
  bibtex: string;
  work: Reference;
}

/** Builds a citation from the fields of a BibTeX entry. */
export function buildCitation(...entry: Parameters<typeof buildPlainEntry>): OwnCitation {
  const work = buildReference(buildPlainEntry(...entry));
  return { parts: formatApaParts(work), bibtex: work.source, work };
}

/** The absolute address of a page; undefined if the site has no address. */
export function formatPageUrl({ address }: Site, page: string): string | undefined {
  return address === undefined ? undefined : new URL(page, address).href;
}
