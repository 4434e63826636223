import type { Edition } from '../model/edition.ts';

/** A link to a page in one of its languages, for search engines. */
export interface Alternate {
  hreflang: string;
  href: string;
}

/**
 * The links to a page in all of its languages, itself included, as search engines ask; `x-default` is the original. They
 * require absolute addresses.
 */
export function listAlternates(
  editions: readonly Edition[],
  origin: string | undefined,
): Alternate[] {
  const [original] = editions;
  if (original === undefined || origin === undefined) return [];
  return [...editions, { ...original, language: 'x-default' }].map(({ language, address }) => ({
    hreflang: language,
    href: new URL(address, origin).href,
  }));
}
