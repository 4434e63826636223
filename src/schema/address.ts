import { constrainedText } from './constraint.ts';

/** Whether `value` parses as an absolute address with one of `protocols` (`https:` and so on). */
function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** An address that a visitor may follow: http, https or mailto, nothing else. */
export const address = (description: string) =>
  constrainedText(
    `${description}: an address that begins with https://, http:// or mailto:`,
    (value) => hasProtocol(value, ['http:', 'https:', 'mailto:']),
    { rule: 'bad-address', mend: 'Write the whole address, as https://example.org/paper.pdf.' },
  );

/** The address of a site or page: http or https, with or without a path. */
export const webAddress = (description: string) =>
  constrainedText(
    `${description}: an address that begins with https:// or http://`,
    (value) => hasProtocol(value, ['http:', 'https:']),
    { rule: 'bad-address', mend: 'Write the whole address, as https://example.org/portfolio/.' },
  );
