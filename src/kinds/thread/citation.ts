import { formatProse } from '../../lib/typography.ts';
import { buildCitation, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import type { Thread } from './schema.ts';

/** `page` is the path of the entry's page as it is served; it is cited where the site's address is known. */
export function buildThreadCitation(
  { slug, data }: Entry<Thread>,
  site: Site,
  page: string,
): OwnCitation {
  return buildCitation('misc', slug, {
    title: formatProse(data.title),
    author: site.author.name === undefined ? [] : [formatProse(site.author.name)],
    year: data.started.slice(0, 4),
    howpublished: 'Research thread',
    url: formatPageUrl(site, page),
  });
}
