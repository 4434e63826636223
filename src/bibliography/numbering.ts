import type { Citation } from './cite.ts';

/** A place of a page that cites a work. */
export interface CitedPlace {
  key: string;
  /** Its id on the page. */
  id: string;
}

/** The works of one page, numbered in the order of appearance, and the places that cite them. */
export class Numbering {
  readonly places: CitedPlace[] = [];
  readonly #numbers = new Map<string, number>();

  /** Adds a place: its id, the number of the work, and what brackets hold there, as “1, §3”. */
  cite({ key, locator }: Citation): { id: string; number: number; label: string } {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    const id = `cite-${key}-${this.places.filter((place) => place.key === key).length + 1}`;
    this.places.push({ key, id });
    return { id, number, label: [number, locator].filter(Boolean).join(', ') };
  }
}

/** What stands between the numbers of works that are cited together. */
export function findSeparator(citations: readonly Citation[]): string {
  return citations.some(({ locator }) => locator) ? '; ' : ', ';
}
