import { isBareAddress, pageProtocols, parseAddress } from '../lib/address.ts';
import { findArxiv, findDoi } from './identifiers.ts';
import { renderSpaced } from './verbatim.ts';

/** The addresses of a value, and its words after the first of them. */
interface Addresses {
  addresses: string[];
  rest: string;
}

/** The beginning of an address. One within the path of another has no blank or comma before it. */
const opening = String.raw`(?:https?:|doi:|arxiv:|www\.)`;
const first = new RegExp(String.raw`(?<![\p{L}\p{N}/.])${opening}`, 'iu');

/** After a blank: brackets, words before another address, or words about this one. Other blanks are in an address. */
const after = new RegExp(
  String.raw`^(?:[[(<{](?![^)\]>}]*[)\]>}][/\w])|["'|]|[–—-](?:\s|$)|(?:[^\s/:]+:?\s+){0,9}[([<"']?${opening}|(?:last|accessed|visited|retrieved|online|available|and|or|via|see)(?:[\s:,]|$))`,
  'i',
);
const afterSign = new RegExp(String.raw`^[([<"']?${opening}`, 'i');

/** Mendeley writes `\n` between addresses, as two letters. */
const betweenAddresses = /\\n(?=https?:|www\.|<)/g;

/** More letters than several addresses have. */
const mostLetters = 5000;

/** Reads the addresses of a value: `\url{https://a.org}, \url{https://b.org}`, `https://a.org (code: https://b.org)`. */
export function readAddresses(value: string): Addresses {
  const text = renderSpaced(
    value
      .replace(/\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}/g, '$1 ')
      .replace(/\\\\/g, ' ')
      .replace(betweenAddresses, ' '),
  );
  if (text.length > mostLetters) return { addresses: [text.replace(/\s/g, '')], rest: '' };
  const addresses: string[] = [];
  let rest = '';
  let left = text;
  while (left !== '') {
    const start = first.exec(left)?.index ?? (addresses.length === 0 ? 0 : -1);
    if (start < 0) break;
    const end = start + measure(left.slice(start));
    const address = left.slice(start, end).replace(/\s/g, '');
    addresses.push(address.replace(/[.,;|]+$/, ''));
    left = left.slice(end);
    if (addresses.length === 1) rest = left;
  }
  return { addresses, rest: rest.replace(/^[\s.,;|()[\]<>"'{}]+|[\s()[\]<>"'{}]+$/g, '') };
}

/** The length of the address that a text begins with. */
function measure(text: string): number {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') return at;
    if (/[([<]/.test(sign)) open.push(sign);
    const isUnopened = /[)\]>]/.test(sign) && open.pop() === undefined;
    if (isUnopened && /^(?:$|[\s.,;:()[\]<>"'])/.test(text.slice(at + 1, at + 2))) return at;
    if (/[,;|]/.test(sign) && afterSign.test(text.slice(at + 1, at + 20))) return at;
    if (!/\s/.test(sign)) continue;
    const next = text.slice(at).trimStart();
    if (/[,;]/.test(text[at - 1] ?? '') || after.test(next)) return at;
  }
  return text.length;
}

/** The address in a value: the first of several, `www.example.org` too; empty if none is valid. */
export function readAddress(value: string): string {
  return completeAddress(readAddresses(value).addresses[0] ?? '');
}

/**
 * Completes `www.example.org`, `example.org/page`, `doi:10.1000/182` and `arXiv:1706.03762`; empty if an address is not
 * valid. A percent sign that encodes nothing, as at CNKI, is one itself.
 */
export function completeAddress(written: string): string {
  const isBare = /^www\./i.test(written) || (isBareAddress(written) && /^[\w.-]+\/./.test(written));
  const whole = isBare ? `https://${written}` : written;
  const address = whole.replace(/%(?![\da-f]{2})/gi, '%25');
  if (parseAddress(address, pageProtocols) !== undefined) return address;
  const doi = findDoi(written);
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const arxiv = findArxiv(written);
  return arxiv === undefined ? '' : `https://arxiv.org/abs/${arxiv}`;
}
