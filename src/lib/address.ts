/** Characters that `URL` and browsers drop or reinterpret. */
const fixed = /[\s\\\p{Cc}\p{Cf}]|%(?![\da-f]{2})/iu;

/** The protocols of links that a visitor may follow. */
export const linkProtocols = ['https:', 'http:', 'mailto:'];

/** The protocols of web pages. */
export const pageProtocols = ['https:', 'http:'];

/**
 * Parses an address with `URL`, like every later use of it, so that an accepted address means the
 * same everywhere. Returns undefined if `URL` would correct the text first, or if it contains a
 * user name or password.
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

/**
 * Writes a DOI or an identifier of arXiv as the address that it stands for, and an address of this site with its letters
 * as the site writes them. Leaves other texts.
 */
export function expandIdentifier(text: string): string {
  return composeLetters(text.trim())
    .replace(/^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i, 'https://doi.org/$1')
    .replace(/^arxiv:\s*(\S*\d)$/i, 'https://arxiv.org/abs/$1');
}

/** Composes letters and their accents in a path or a fragment, which macOS writes apart: `#caf%C3%A9`. */
function composeLetters(address: string): string {
  if (!/^(?:#|\/(?!\/))/.test(address)) return address;
  try {
    const written = decodeURI(address);
    const composed = written.normalize('NFC');
    return composed === written ? address : encodeURI(composed);
  } catch {
    return address;
  }
}

/** Whether a text is an address without its protocol: `example.org/paper`. */
export function isBareAddress(text: string): boolean {
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/|$)/i.test(text);
}

/** Corrects common mistakes in an address. The result may still be invalid. */
export function fixAddress(text: string): string {
  return text
    .trim()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/\s/g, '%20')
    .replaceAll('\\', '/')
    .replace(/^git@([\w.-]+):/, 'https://$1/')
    .replace(/^\/\//, 'https://')
    .replace(/^(?!https?:)h{0,2}t{1,3}p(s?):\/*/i, 'http$1://')
    .replace(/^(https?):\/*(?:[^/?#]*@)?/i, '$1://')
    .replace(/^(https?:\/\/[\w.-]+):(?!\d+(?:[/?#]|$))/i, '$1/');
}

/** Formats an address as in RFC 3986, in ASCII. Browsers also accept other characters. */
export function formatUri(address: string): string {
  const [, start = '', rest = ''] = /^(\w+:\/\/[^/]*)?(.*)$/s.exec(new URL(address).href) ?? [];
  return start + rest.replace(/[[\]^`{|}]/g, (sign) => encodeURIComponent(sign));
}

/** An address without the parts in which addresses of one page differ. */
export function foldAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.|dx\.)?/, '')
    .replace(/^(arxiv\.org\/)(?:abs|pdf)\/(.*?)(?:v\d+)?(?:\.pdf)?$/, '$1$2')
    .replace(/\/$/, '');
}
