import { formatApaParts, type ApaPart } from '../bibliography/apa.ts';
import { formatBracketed } from '../bibliography/format.ts';
import type { CitedPlace } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryLink } from './entry.ts';

/** A work in the numbered list of a page. */
export interface ListedReference {
  key: string;
  number: number;
  id: string;
  /** How brackets name it where it has no number, as “Doe & Roe, 2020”. */
  bracketed: string;
  /** The whole reference, as APA has it, with what is set in italics. */
  parts: ApaPart[];
  /** Where the work can be read, beside the address that its title leads to. */
  links: EntryLink[];
  /** Where the page cites it, as a, b, c; empty for a work that is listed only. */
  places: { label: string; address: string }[];
}

/** The works of a page: those that its text cites, in the order of appearance, then those listed besides. */
export function orderWorks(
  listed: readonly string[],
  citations: readonly CitedPlace[],
  works: ReadonlyMap<string, Reference>,
): Reference[] {
  const keys = new Set([...citations.map(({ key }) => key), ...listed]);
  return [...keys].flatMap((key) => works.get(key) ?? []);
}

/** The works of a page as its numbered list shows them, with the places in its text that cite each. */
export function buildReferenceList(
  works: readonly Reference[],
  citations: readonly CitedPlace[],
): ListedReference[] {
  return works.map((work, index) => ({
    key: work.key,
    // Its address stands among the links.
    parts: formatApaParts(work).filter(({ address }) => address === undefined),
    number: index + 1,
    id: `ref-${work.key}`,
    bracketed: formatBracketed(work),
    links: buildLinks(work),
    places: citations
      .filter(({ key }) => key === work.key)
      .map(({ id }, place) => ({ label: formatLetter(place), address: `#${id}` })),
  }));
}

function buildLinks({ doi, eprint, url, address }: Reference): EntryLink[] {
  return [
    // What the title of a work leads to is its DOI, if it has one, with every sign of it escaped.
    ...(doi === undefined || address === undefined ? [] : [{ title: 'DOI', address }]),
    ...(eprint === undefined
      ? []
      : [{ title: 'arXiv', address: `https://arxiv.org/abs/${eprint}` }]),
    ...(url === undefined
      ? []
      : [{ title: new URL(url).hostname.replace(/^www\./, ''), address: url }]),
  ].filter(
    ({ address }, index, links) => links.findIndex((link) => link.address === address) === index,
  );
}

/** a … z, then aa, ab, …: as many as a page can cite a work. */
function formatLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : formatLetter(Math.floor(index / 26) - 1) + letter;
}
