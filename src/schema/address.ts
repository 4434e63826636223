import { linkProtocols, pageProtocols, parseAddress } from '../lib/address.ts';
import { constrainedText } from './constraint.ts';

/** An address that a visitor may follow: http, https or mailto, nothing else. */
export const address = (description: string) =>
  constrainedText(
    `${description}: an address that begins with https://, http:// or mailto:`,
    (value) => parseAddress(value, linkProtocols) !== undefined,
    {
      rule: 'bad-address',
      fix: 'Write the whole address, as https://example.org/paper.pdf, without a password, blanks or backslashes.',
    },
  );

/** The folder of a host that a site can lie in: what every server, and every file system, takes as it is. */
const folder = /^\/(?:[\w.~-]+\/)*[\w.~-]*$/;

/** Whether `value` is the address of a site: that of a host, or of a folder there. */
export function isSiteAddress(value: string): boolean {
  const url = parseAddress(value, pageProtocols);
  return url !== undefined && folder.test(url.pathname) && url.search + url.hash === '';
}

/** Where a site is published: at http or https, with or without a path. */
export const siteAddress = (description: string) =>
  constrainedText(
    `${description}: an address that begins with https:// or http://, of a host or a folder there`,
    isSiteAddress,
    {
      rule: 'bad-address',
      fix: 'Write the whole address, as https://example.org/portfolio/, in letters, digits and hyphens.',
    },
  );
