import { parseInline } from '../../lib/inline.ts';
import { parsePlainName } from '../../bibliography/plain-name.ts';
import { buildCitation, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import { kinds } from '../registry.ts';
import type { Thread } from './schema.ts';

/** `page` is the served path of the page; the citation includes it if the address of the site is known. */
export function buildThreadCitation(
  { slug, data }: Entry<Thread>,
  site: Site,
  page: string,
): OwnCitation {
  return buildCitation('misc', slug, {
    title: parseInline(data.title),
    author: site.author.name === undefined ? [] : [parsePlainName(site.author.name)],
    year: data.started.slice(0, 4),
    howpublished: kinds.thread.name,
    url: formatPageUrl(site, page),
  });
}
