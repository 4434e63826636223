import { linkProtocols, parseAddress, expandIdentifier } from '../lib/address.ts';
import { isFileAddress } from '../lib/attachment.ts';
import { constrainedText } from './constraint.ts';

/** The end of a link: a page of this site, a file beside `site.yaml`, or an address elsewhere. */
export const target = (description: string) =>
  constrainedText(
    `${description}: a page of this site such as /papers/, a file beside site.yaml such as ./cv.pdf, or an address that begins with https://, http:// or mailto:`,
    (value) =>
      /^\/(?!\/)[^:]*$/.test(value) ||
      isFileAddress(value) ||
      parseAddress(expandIdentifier(value), linkProtocols) !== undefined,
    {
      rule: 'bad-address',
      fix: 'Write /papers/ for a page, ./cv.pdf for a file, or the whole address, such as https://example.org/.',
    },
  );
