import { formatProse } from '../../lib/typography.ts';
import { buildCitation, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import type { Thread } from './schema.ts';

/** `page` is the served path of the page; the citation includes it if the address of the site is known. */
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
