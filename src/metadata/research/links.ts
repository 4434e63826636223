import { formatUri } from '../../lib/address.ts';
import type { Resolve } from '../front-matter.ts';
import type { EntryLink } from '../../model/entry.ts';

/** JSON Schema's `uri` format only allows ASCII. */
export function listUriLinks(links: readonly EntryLink[], locate: Resolve): EntryLink[] {
  return links.map(({ title, address }) => ({
    title,
    address: URL.canParse(address) ? formatUri(address) : locate(address),
  }));
}
