import type { DefinedTermLeaf, WebPageLeaf } from 'schema-dts';
import type { Reference } from '../../bibliography/reference.ts';
import type { TagLink } from '../../model/entry.ts';
import type { DescribedPage } from '../subject.ts';
import { identify } from './identity.ts';
import { describeWork } from './work.ts';

/** The properties of a page beside those of every page. */
export type PageProperties = Omit<WebPageLeaf, '@type' | '@id'>;

/** The tags of an entry as a property. */
export function listKeywords(tags: readonly TagLink[], page: DescribedPage) {
  const terms = tags.map(({ label, address }): DefinedTermLeaf => {
    return { '@type': 'DefinedTerm', '@id': identify(address, 'term', page), name: label };
  });
  return terms.length > 0 && { keywords: terms };
}

/** The cited works as a property. */
export function listCited(works: readonly Reference[]) {
  return works.length > 0 && { citation: works.map(describeWork) };
}
