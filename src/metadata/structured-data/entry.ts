import type {
  DefinedTermLeaf,
  ResearchProjectLeaf,
  ScholarlyArticleLeaf,
  WebPageLeaf,
} from 'schema-dts';
import type { Reference } from '../../bibliography/reference.ts';
import type { TagLink } from '../../model/entry.ts';
import type { DescribedPage } from '../subject.ts';
import { identify } from './identity.ts';
import { describeWork } from './work.ts';

/** An entry in the words of schema.org. */
export type EntryLeaf = ResearchProjectLeaf | ScholarlyArticleLeaf;

/** The properties of an entry's page that other pages do not have. */
export type PageProperties = Omit<WebPageLeaf, '@type' | '@id'>;

/** The `keywords` property with the tags of an entry. */
export function listKeywords(tags: readonly TagLink[], page: DescribedPage) {
  const terms = tags.map(({ label, address }): DefinedTermLeaf => {
    return { '@type': 'DefinedTerm', '@id': identify(address, 'term', page), name: label };
  });
  return terms.length > 0 && { keywords: terms };
}

/** The `citation` property with the cited works. */
export function listCited(works: readonly Reference[]) {
  return works.length > 0 && { citation: works.map(describeWork) };
}
