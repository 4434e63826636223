import { formatUri } from '../../lib/address.ts';
import type { EntryLink } from '../../model/entry.ts';

/** The format of an address in JSON Schema is that of ASCII. */
export function listUriLinks(links: readonly EntryLink[]): EntryLink[] {
  return links.map(({ title, address }) => ({ title, address: formatUri(address) }));
}
