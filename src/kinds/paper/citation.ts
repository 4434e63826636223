import { arxiv } from '../../bibliography/identifiers.ts';
import { namesPaper } from '../../lib/paper-link.ts';
import { wasAccepted } from '../../lib/paper-status.ts';
import { parseInline } from '../../lib/inline.ts';
import { buildCitation, citeWork, formatPageUrl, type OwnCitation } from '../../model/citation.ts';
import type { Entry } from '../../model/graph.ts';
import type { Site } from '../../schema/site.ts';
import { openTitle } from '../../words/title.ts';
import { english } from '../../words/words.ts';
import { readName } from './author.ts';
import { buildPublication } from './publication.ts';
import type { Paper } from './schema.ts';
import { findCitedAs } from './work-type.ts';

const arxivAddress = new RegExp(
  `^https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/(${arxiv.source})(?:\\.pdf)?$`,
  'm',
);

/**
 * A paper is cited by its own authors, because the author of the site may be one of several. A work that has appeared or
 * will appear is cited with its venue and by its type; any other is a manuscript with its status as the note. The year is
 * that of the venue, or else of publication on the web.
 */
export function buildPaperCitation(
  { slug, data }: Entry<Paper>,
  site: Site,
  page: string,
): OwnCitation {
  const { status, venue, links, work } = data;
  // The words of a withdrawal are not in the work.
  if (work !== undefined && isAsStated(status)) return citeWork(work, formatPageUrl(site, page));
  const addresses = links
    .filter(({ label }) => namesPaper(label))
    .map(({ address }) => address)
    .join('\n');
  const eprint = arxivAddress.exec(addresses)?.[1];
  const common = {
    title: [openTitle(status, english), ...parseInline(data.title)],
    author: data.authors.map(readName),
    doi: decode(/^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/m.exec(addresses)?.[1]),
    eprint,
    archiveprefix: eprint && 'arXiv',
    url: formatPageUrl(site, page),
  };
  const date = data.date?.slice(0, 4);
  // The kind of publication is withheld too.
  if (status === 'withheld') return buildCitation('misc', slug, { ...common, year: date });
  const isPreprint = status === 'preprint' && data.type === 'paper';
  if (status !== 'preprint' && !wasAccepted(status))
    return buildCitation('unpublished', slug, {
      ...common,
      year: date,
      note: buildPublication(data, english).line,
    });
  const { bibtex, place } = findCitedAs(data.type, venue);
  const isPart = place === 'journal' || place === 'booktitle';
  const year = venue?.year === undefined ? date : String(venue.year);
  // A preprint at arXiv is cited by its number there.
  const server = isPreprint && (venue === undefined ? 'Preprint' : parseInline(venue.name));
  return buildCitation(isPreprint ? 'misc' : bibtex, slug, {
    ...common,
    ...(isPreprint
      ? { howpublished: eprint === undefined && server ? server : undefined }
      : {
          [place]: venue && parseInline(venue.name),
          abbr: isPart && venue?.acronym !== undefined ? parseInline(venue.acronym) : undefined,
        }),
    year,
    note:
      status === 'published' || status === 'preprint'
        ? undefined
        : buildPublication(data, english).badge,
  });
}

/** Whether the work of `content/own.bib` says all about a paper of this status. */
function isAsStated(status: Paper['status']): boolean {
  return status !== 'withdrawn' && status !== 'retracted' && status !== 'withheld';
}

/** Decodes a DOI from an address that escapes some of its characters. */
function decode(doi: string | undefined): string | undefined {
  return doi?.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
