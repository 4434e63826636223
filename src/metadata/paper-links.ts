import { namesPaper } from '../lib/paper-link.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryLink } from '../model/entry.ts';

/** Whether a link of a paper leads to its PDF. The title decides, because slides are PDFs as well. */
export function isPdf({ title, address }: EntryLink): boolean {
  if (/^pdf\b/i.test(title)) return true;
  return namesPaper(title) && /\.pdf(?:$|[?#])/i.test(address);
}

/** The addresses of a work by its DOI and at arXiv. */
export function listIdentifiers({ doi, address, eprint }: Reference): string[] {
  return [
    ...(doi === undefined || address === undefined ? [] : [address]),
    ...(eprint === undefined ? [] : [`https://arxiv.org/abs/${eprint}`]),
  ];
}
