/** What `URL` reads as something else than stands there, or drops, as browsers do. */
const fixed = /[\s\\\p{Cc}\p{Cf}]|%(?![\da-f]{2})/iu;

/** The protocols of addresses that a visitor may follow. */
export const linkProtocols = ['https:', 'http:', 'mailto:'];

/** Those of addresses that a page can have. */
export const pageProtocols = ['https:', 'http:'];

/**
 * The address that `text` is. Everything that checks or uses an address parses it by `URL`, so that one that
 * is accepted means the same everywhere; nothing is returned for one that `URL` would fix first, nor for
 * one with the name of a user or a password, which are not to be published.
 */
export function parseAddress(text: string, protocols = linkProtocols): URL | undefined {
  const url = fixed.test(text) ? null : URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) return undefined;
  const form =
    url.protocol === 'mailto:'
      ? /^mailto:[^@?/]+@[^@?/]+($|\?)/i
      : /^https?:\/\/[^@/?#]+($|[/?#])/i;
  return form.test(text) ? url : undefined;
}

/** `text` as an address that it must have been meant to be; not every text becomes one. */
export function fixAddress(text: string): string {
  return text
    .trim()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/\s/g, '%20')
    .replaceAll('\\', '/')
    .replace(/^git@([\w.-]+):/, 'https://$1/')
    .replace(/^\/\//, 'https://')
    .replace(/^(https?):\/*(?:[^/?#]*@)?/i, '$1://')
    .replace(/^(https?:\/\/[\w.-]+):(?!\d+(?:[/?#]|$))/i, '$1/');
}

/** An address as RFC 3986 writes it, in ASCII; browsers also take others. */
export function formatUri(address: string): string {
  const [, start = '', rest = ''] = /^(\w+:\/\/[^/]*)?(.*)$/s.exec(new URL(address).href) ?? [];
  return start + rest.replace(/[[\]^`{|}]/g, (sign) => encodeURIComponent(sign));
}
