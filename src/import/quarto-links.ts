import { expandIdentifier } from '../lib/address.ts';
import type { Link } from '../schema/link.ts';
import { readInner, readItems, readText, type Fields } from './document.ts';
import { findLinkLabel } from '../lib/link-labels.ts';

/** Reads the links of a text, in all the forms that sites of Quarto have. */
export function readQuartoLinks(fields: Fields, citation: Fields): Link[] {
  const doi = readText(fields.doi) || readText(citation.doi);
  const named = [
    ...Object.entries(readInner(fields.links)),
    ...['code', 'pdf'].map((name): [string, unknown] => [name, fields[name]]),
  ];
  const listed = [fields.links, fields['other-links'], fields['code-links']]
    .flatMap(readItems)
    .map((one): [string, unknown] => {
      const { text, name, href, url } = readInner(one);
      return [readText(text) || readText(name), href ?? url];
    });
  const links = [...named, ...listed].map(([name, address]) => ({
    label: findLinkLabel(name) ?? name,
    address: readText(address),
  }));
  const url = readText(citation.url);
  return [
    ...links.filter(({ label, address }) => label !== '' && address !== ''),
    ...(doi === '' ? [] : [{ label: 'DOI', address: expandIdentifier(doi) }]),
    ...(url === '' ? [] : [{ label: 'Paper', address: url }]),
  ];
}
