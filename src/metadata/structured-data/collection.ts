import type { DefinedTermLeaf, DefinedTermSetLeaf, ItemListLeaf } from 'schema-dts';
import type { Reference } from '../../bibliography/reference.ts';
import type { EntryRow, TagRow } from '../../model/site.ts';
import { locate, type DescribedPage } from '../subject.ts';
import type { EntryLeaf } from './entry.ts';
import { identify } from './identity.ts';
import { describeWork } from './work.ts';

/** A list of entries, each with the `@id` from its own page. */
export function describeRows(rows: readonly EntryRow[], page: DescribedPage): ItemListLeaf {
  const items = rows.map(({ schemaType, title, address }) => {
    const place = { '@id': identify(address, 'work', page), url: locate(address, page.origin) };
    return { '@type': schemaType, ...place, name: title } as EntryLeaf;
  });
  return { '@type': 'ItemList', itemListElement: items };
}

export function describeWorks(works: readonly Reference[]): ItemListLeaf {
  return { '@type': 'ItemList', itemListElement: works.map(describeWork) };
}

/** A tag, with the address of the page that lists its entries. */
export function describeTag(label: string, address: string, page: DescribedPage): DefinedTermLeaf {
  return {
    '@type': 'DefinedTerm',
    '@id': identify(address, 'term', page),
    url: locate(address, page.origin),
    name: label,
    inDefinedTermSet: { '@id': identify(`${page.frame.home}tags/`, 'terms', page) },
  };
}

export function describeTags(tags: readonly TagRow[], page: DescribedPage): DefinedTermSetLeaf {
  const terms = tags.map(({ label, address }): DefinedTermLeaf => ({
    '@type': 'DefinedTerm',
    '@id': identify(address, 'term', page),
    url: locate(address, page.origin),
    name: label,
  }));
  return {
    '@type': 'DefinedTermSet',
    '@id': identify(page.path, 'terms', page),
    name: page.title,
    ...(terms.length > 0 && { hasDefinedTerm: terms }),
  };
}
