import { readAddress } from '../../bibliography/addresses.ts';
import { findField, type Reference } from '../../bibliography/reference.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import { renderVerbatim } from '../../bibliography/verbatim.ts';
import { foldAddress } from '../../lib/address.ts';
import { linkLabels } from '../../lib/link-labels.ts';

/** A link of a work, with the field of BibTeX that it comes from. */
export interface OwnLink {
  label: string;
  address: string;
  origin: string;
}

/** The fields for links that themes of academic sites read. */
const linkFields = 'pdf code data slides poster video supp website html blog'.split(' ');

/** The links of a work, each address once. */
export function readOwnLinks(work: Reference, { fields }: BibEntry): OwnLink[] {
  const { doi, eprint, url, address = '' } = work;
  const links = [
    ...linkFields.map((origin) => {
      const label = linkLabels[origin] ?? origin;
      const value = findField({ fields } as BibEntry, [origin]);
      return { label, address: readAddress(value) || readPath(value), origin };
    }),
    ...(doi === undefined ? [] : [{ label: 'DOI', address, origin: 'doi' }]),
    ...(eprint === undefined
      ? []
      : [{ label: 'arXiv', address: `https://arxiv.org/abs/${eprint}`, origin: 'eprint' }]),
    ...(url === undefined ? [] : [{ label: nameAddress(url), address: url, origin: 'url' }]),
  ].filter(({ address }) => address !== '');
  const known = links.map(({ address }) => foldAddress(address));
  return links.filter(({ address }, index) => known.indexOf(foldAddress(address)) === index);
}

/** A path to a file, from the folder of entries. */
function readPath(value: string): string {
  const path = renderVerbatim(value).trim();
  return path === '' || /^(?:\.{0,2}\/|[a-z][a-z\d+.-]*:)/i.test(path) ? path : `./${path}`;
}

function nameAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return /\.pdf$/i.test(pathname) ? 'PDF' : hostname.replace(/^www\./, '');
}

/** The field `links`, if there are some. */
export function listLinkFields(links: readonly OwnLink[]) {
  return links.length === 0
    ? {}
    : { links: links.map(({ label, address }) => ({ label, address })) };
}

/** The fields of BibTeX from which the items of `links` come. */
export function listLinkOrigins(links: readonly OwnLink[]): Record<string, readonly string[]> {
  return Object.fromEntries(links.map(({ origin }, index) => [`links.${index}`, [origin]]));
}
