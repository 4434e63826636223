import { posix } from 'node:path';
import { expandIdentifier } from '../lib/address.ts';
import type { Link } from '../schema/link.ts';
import { leave, type Draft } from './draft.ts';
import { readInner, readText, type Document } from './document.ts';
import { findFile } from './links.ts';
import { findLinkLabel } from '../lib/link-labels.ts';
import { nameText } from './source.ts';

/** An identifier of arXiv. Without quotation marks it is a number, and has lost its last zeros. */
function readArxiv(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(value < 1501 ? 4 : 5) : readText(value);
}

/** Reads the links of a text of HugoBlox, in all forms that its versions had. */
export function readHugoLinks(draft: Draft, document: Document): Link[] {
  const { file, fields } = document;
  const named = Object.entries(fields).flatMap(([name, value]) => {
    const [, kind] = /^url_(\w+)$/.exec(name) ?? [];
    return kind === undefined ? [] : [{ kind, address: readText(value) }];
  });
  const listed = (Array.isArray(fields.links) ? fields.links : []).map((link: unknown) => {
    const { type, name, label, url, link: address } = readInner(link);
    return {
      kind: readText(type) || readText(name) || readText(label),
      address: readText(url) || readText(address),
    };
  });
  const ids = readInner(readInner(fields.hugoblox).ids);
  const doi = readText(fields.doi) || readText(ids.doi);
  const arxiv = readArxiv(ids.arxiv);
  // A PDF with the name of its folder is linked without a word.
  const beside = posix.join(posix.dirname(file), `${nameText(file)}.pdf`);
  const found = [
    ...named,
    ...listed,
    { kind: 'website', address: readText(fields.external_link) },
    { kind: 'doi', address: expandIdentifier(doi) },
    { kind: 'arxiv', address: arxiv === '' ? '' : `https://arxiv.org/abs/${arxiv}` },
  ].filter(({ address }) => address !== '' && address !== '#');
  const links = found.filter(({ kind, address }) => {
    const isKnown =
      /^(?:https?:|mailto:)/.test(address) || findFile(draft, file, address) !== undefined;
    if (!isKnown)
      leave(draft, file, document.line(`url_${kind}`), `${address}: there is no such file.`);
    return isKnown;
  });
  const all = links.map(({ kind, address }) => ({ label: findLinkLabel(kind) ?? kind, address }));
  const isBare = draft.source.files.includes(beside) && !all.some(({ label }) => label === 'PDF');
  return isBare ? [{ label: 'PDF', address: posix.basename(beside) }, ...all] : all;
}
