import { z } from 'astro/zod';
import { isFileAddress } from '../lib/attachment.ts';
import { expandIdentifier, linkProtocols, pageProtocols, parseAddress } from '../lib/address.ts';
import { constrainedText } from './constraint.ts';

/** An address that a visitor may follow: http, https or mailto. */
export const address = (description: string) =>
  constrainedText(
    `${description}, beginning with https://, http:// or mailto:`,
    (value) => parseAddress(value, linkProtocols) !== undefined,
    {
      rule: 'bad-address',
      fix: 'Write the whole address, such as https://example.org/paper.pdf, without password, spaces or backslashes.',
    },
  );

/** The address of a link: one that a visitor may follow, that of a file beside the entry, or an identifier. */
export const linkAddress = (description: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? expandIdentifier(value) : value),
    constrainedText(
      `${description}, beginning with https://, http:// or mailto:, a file beside the entry such as ./paper.pdf, a DOI or arXiv:…`,
      (value) => parseAddress(value, linkProtocols) !== undefined || isFileAddress(value),
      {
        rule: 'bad-address',
        fix: 'Write the whole address, such as https://example.org/paper.pdf, without password, spaces or backslashes.',
      },
    ),
  );

/** A path that every server and file system takes literally. */
const folder = /^\/(?:[\w.~-]+\/)*[\w.~-]*$/;

/** Whether `value` is the address of a host, or of a folder on it. */
export function isSiteAddress(value: string): boolean {
  const url = parseAddress(value, pageProtocols);
  return url !== undefined && folder.test(url.pathname) && url.search + url.hash === '';
}

/** The address of a site: http or https, with or without a path. */
export const siteAddress = (description: string) =>
  constrainedText(
    `${description}: a host, or a folder on it, beginning with https:// or http://`,
    isSiteAddress,
    {
      rule: 'bad-address',
      fix: 'Write the whole address, such as https://example.org/portfolio/, in letters, digits and hyphens.',
    },
  );
