import {
  formatFile,
  isFileAddress,
  nameAttachment,
  splitFileAddress,
} from '../../lib/attachment.ts';
import type { ExternalLink } from '../../model/entry.ts';
import type { Link } from '../../schema/link.ts';

/** A link of an entry. A file beside the entry is beside its page, at `page`. */
export function buildExternalLink(
  { label, address, size }: Link,
  slug: string,
  page: string,
): ExternalLink {
  if (!isFileAddress(address)) return { title: label, address };
  const { path, fragment } = splitFileAddress(address);
  const name = nameAttachment(slug, path);
  const file = size === undefined ? undefined : formatFile({ name, size }, label);
  return { title: label, address: page + encodeURI(name) + fragment, ...(file && { file }) };
}
