import type { Name } from '../../bibliography/names.ts';
import { parseInline } from '../../lib/inline.ts';
import { buildCitation, citeWork, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import { findArchive } from './doi.ts';
import { findOutputDate, sortVersions, type Output } from './schema.ts';
import { findOutputType } from './type.ts';

/** An output is cited by its type and its newest version, with the DOI of that, or else its own. */
export function buildOutputCitation(
  { slug, data }: Entry<Output>,
  authors: readonly Name[],
  site: Site,
  page: string,
): OwnCitation {
  const url = formatPageUrl(site, page);
  const { bibtex, genre } = findOutputType(data.type);
  const [newest] = sortVersions(data.versions);
  // The file of a work of own.bib can know a newer version.
  if (data.work !== undefined && (newest === undefined || newest.version === data.work.version))
    return citeWork(data.work, url);
  const doi = newest?.doi ?? data.doi;
  return buildCitation(bibtex, slug, {
    title: parseInline(data.title),
    author: authors,
    year: findOutputDate(data).slice(0, 4),
    type: genre,
    version: newest?.version,
    eventtitle: data.event && parseInline(data.event),
    location: data.place && parseInline(data.place),
    publisher: doi === undefined ? undefined : findArchive(doi),
    doi,
    url,
  });
}
