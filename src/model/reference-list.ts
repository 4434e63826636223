import { formatApaSentences, type ApaPart } from '../bibliography/apa.ts';
import type { Name } from '../bibliography/names.ts';
import { buildWorkId, type CitedPlace } from '../bibliography/numbering.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';
import type { Reference } from '../bibliography/reference.ts';
import { isSameName } from '../bibliography/same-person.ts';
import { foldAddress } from '../lib/address.ts';
import type { EntryLink } from './entry.ts';
import type { Words } from '../words/words.ts';

/** A work in the numbered list of a page. */
export interface ListedReference {
  key: string;
  number: number;
  id: string;
  /** The full reference in APA style, with its italics. */
  parts: ApaPart[];
  /** Addresses of the work, besides the link of its title. */
  links: EntryLink[];
  /** Links back to the citations, labelled a, b, c; empty if the work is only listed. */
  places: { label: string; address: string }[];
}

/** The works of a page: first those that its text cites, in order of appearance, then the others that it lists. */
export function orderWorks(
  listed: readonly string[],
  citations: readonly CitedPlace[],
  works: ReadonlyMap<string, Reference>,
): Reference[] {
  const keys = new Set([...citations.map(({ key }) => key), ...listed]);
  return [...keys].flatMap((key) => works.get(key) ?? []);
}

/**
 * Builds the numbered list of a page. Each work links back to its citations in the text. The name of `owner`, the
 * author of the site, is bold. `pages` are the addresses of those works that have a page on the site, by key.
 */
export function buildReferenceList(
  works: readonly Reference[],
  citations: readonly CitedPlace[],
  words: Words,
  owner?: string,
  pages: ReadonlyMap<string, string> = new Map(),
): ListedReference[] {
  const own = owner === undefined ? undefined : parsePlainName(owner);
  const isOwn = (name: Name) => own !== undefined && isSameName(own, name);
  return works.map((work, index) => ({
    key: work.key,
    // The address is one of the links.
    parts: formatApaSentences(work, isOwn),
    number: index + 1,
    id: buildWorkId(work.key),
    links: buildLinks(work, pages.get(work.key), words),
    places: citations
      .filter(({ key }) => key === work.key)
      .map(({ id }, place) => ({ label: formatLetter(place), address: `#${id}` })),
  }));
}

function buildLinks(
  { doi, eprint, url, address }: Reference,
  page: string | undefined,
  words: Words,
): EntryLink[] {
  const links = [
    // If a work has a DOI, `address` is its escaped form.
    ...(doi === undefined || address === undefined ? [] : [{ title: 'DOI', address }]),
    ...(eprint === undefined
      ? []
      : [{ title: 'arXiv', address: `https://arxiv.org/abs/${eprint}` }]),
    ...(url === undefined
      ? []
      : [{ title: new URL(url).hostname.replace(/^www\./, ''), address: url }]),
    ...(page === undefined ? [] : [{ title: words.works.thisSite, address: page }]),
  ];
  const pages = links.map((link) => foldAddress(link.address));
  return links.filter((_, index) => pages.indexOf(pages[index] ?? '') === index);
}

/** Formats an index as a … z, aa, ab, … */
function formatLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : formatLetter(Math.floor(index / 26) - 1) + letter;
}
