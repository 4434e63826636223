import { namesPaper } from '../lib/paper-link.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryLink } from '../model/entry.ts';

/** Whether a link of a paper leads to the paper itself as a file, by its name: slides are a PDF as well. */
export function isPdf({ title, address }: EntryLink): boolean {
  if (/^pdf\b/i.test(title)) return true;
  return namesPaper(title) && /\.pdf$/i.test(new URL(address).pathname);
}

/** The addresses by which a work is known elsewhere: of its DOI, then at arXiv. */
export function listIdentifiers({ doi, address, eprint }: Reference): string[] {
  return [
    ...(doi === undefined || address === undefined ? [] : [address]),
    ...(eprint === undefined ? [] : [`https://arxiv.org/abs/${eprint}`]),
  ];
}
