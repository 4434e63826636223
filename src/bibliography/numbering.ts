import type { Citation } from './cite.ts';
import { formatLabel } from './format.ts';
import type { Words } from '../words/words.ts';
import type { Reference } from './reference.ts';

/** A place of a page that cites a work. */
export interface CitedPlace {
  key: string;
  /** Its id on the page. */
  id: string;
}

/** A place in its own words. */
export interface CitedNumber {
  id: string;
  number: number;
  label: string;
  /** The label after the words that the author wrote before it: “see 1, §3”. */
  mark: string;
}

/** The works of one page, numbered in the order of appearance, and the places that cite them. */
export class Numbering {
  readonly places: CitedPlace[] = [];
  readonly #works = new Map<string, { number: number; count: number }>();

  /** Adds a place. Returns its id, the number of the work with its locator, as “1, §3”, and the text in brackets. */
  cite({ key, prefix, locator }: Citation): CitedNumber {
    const work = this.#works.get(key) ?? { number: this.#works.size + 1, count: 0 };
    this.#works.set(key, work);
    work.count += 1;
    const { number } = work;
    const id = `cite-${key}-${work.count}`;
    this.places.push({ key, id });
    const label = [number, locator].filter(Boolean).join(', ');
    return { id, number, label, mark: [prefix, label].filter(Boolean).join(' ') };
  }
}

/** The signs before and after a link among `count` links in one pair of brackets. */
export function findBrackets(index: number, count: number): [before: string, after: string] {
  return [index === 0 ? '[' : '', index === count - 1 ? ']' : ''];
}

/** The name of a link to a work for readers who hear it: “Reference 4, §3, von Oswald et al. 2023”. */
export function nameMark(label: string, reference: Reference, { works, format }: Words): string {
  return format(works.mark, { number: label, work: formatLabel(reference) });
}

/** The separator between the numbers of works that are cited together. */
export function findSeparator(citations: readonly Citation[]): string {
  return citations.some(({ prefix, locator }) => prefix ?? locator) ? '; ' : ', ';
}

const prefix = 'ref-';

/** The id of a work in the list of a page. */
export function buildWorkId(key: string): string {
  return prefix + key;
}

/** The key of a work in the list of a page; undefined if the id is not that of a work. */
export function parseWorkId(id: unknown): string | undefined {
  return typeof id === 'string' && id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
