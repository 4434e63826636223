import { formatUri } from '../../lib/address.ts';
import type { EntryLink } from '../../model/entry.ts';

/** JSON Schema's `uri` format only allows ASCII. */
export function listUriLinks(links: readonly EntryLink[]): EntryLink[] {
  return links.map(({ title, address }) => ({ title, address: formatUri(address) }));
}
