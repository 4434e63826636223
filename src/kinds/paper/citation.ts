import { arxiv } from '../../bibliography/identifiers.ts';
import { namesPaper } from '../../lib/paper-link.ts';
import { wasAccepted } from '../../lib/paper-status.ts';
import { formatProse, formatTitle } from '../../lib/typography.ts';
import { buildCitation, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import { buildPublication } from './publication.ts';
import type { Paper } from './schema.ts';

const arxivAddress = new RegExp(
  `^https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/(${arxiv.source})(?:\\.pdf)?$`,
  'm',
);

/**
 * A paper is cited by its own authors, because the author of the site may be one of several. A paper that has appeared
 * or will appear is cited with its venue; any other is a manuscript with its status as the note. The year is that of
 * publication on the web, if known.
 */
export function buildPaperCitation(
  { slug, data }: Entry<Paper>,
  site: Site,
  page: string,
): OwnCitation {
  const { status, venue, links } = data;
  const addresses = links
    .filter(({ label }) => namesPaper(label))
    .map(({ address }) => address)
    .join('\n');
  const eprint = arxivAddress.exec(addresses)?.[1];
  const common = {
    title: formatTitle(data.title, status),
    author: data.authors.map(formatProse),
    doi: decode(/^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/m.exec(addresses)?.[1]),
    eprint,
    archiveprefix: eprint && 'arXiv',
    url: formatPageUrl(site, page),
  };
  const isIssued = wasAccepted(status);
  const year = data.date?.slice(0, 4);
  // The kind of publication is withheld too.
  if (status === 'withheld') return buildCitation('misc', slug, { ...common, year });
  if (venue === undefined || !isIssued)
    return buildCitation('unpublished', slug, {
      ...common,
      year,
      note: buildPublication(status, venue).line,
    });
  const isJournal = venue.kind === 'journal';
  return buildCitation(isJournal ? 'article' : 'inproceedings', slug, {
    ...common,
    [isJournal ? 'journal' : 'booktitle']: formatProse(venue.name),
    abbr: formatProse(venue.acronym),
    year: String(venue.year),
    note: status === 'published' ? undefined : buildPublication(status, venue).badge,
  });
}

/** Decodes a DOI from an address that escapes some of its characters. */
function decode(doi: string | undefined): string | undefined {
  return doi?.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
