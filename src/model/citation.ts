import { formatApaParts, type ApaPart } from '../bibliography/apa.ts';
import { arxiv } from '../bibliography/identifiers.ts';
import { buildPlainEntry } from '../bibliography/plain-entry.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { namesPaper } from '../lib/paper-link.ts';
import { wasAccepted } from '../lib/paper-status.ts';
import { formatProse, formatTitle } from '../lib/typography.ts';
import type { Paper } from '../schema/paper.ts';
import type { Site } from '../schema/site.ts';
import type { Thread } from '../schema/thread.ts';
import type { Entry } from './graph.ts';
import { buildPublication } from './publication.ts';

/** How an entry of the author's own is to be cited. */
export interface OwnCitation {
  /** In APA, with what is set in italics. */
  parts: ApaPart[];
  bibtex: string;
  work: Reference;
}

const arxivAddress = new RegExp(
  `^https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/(${arxiv.source})(?:\\.pdf)?$`,
  'm',
);

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
    url: formatUrl(site, page),
  });
}

/**
 * A paper is cited by the authors whom it names itself, for the site's may be one of several. One that has
 * appeared or will appear is cited with its venue; any other is a manuscript, whose note says where it stands.
 * Its year is that in which it was made public, where that is known.
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
    url: formatUrl(site, page),
  };
  const isIssued = wasAccepted(status);
  const year = data.date?.slice(0, 4);
  // Whether it is a manuscript still is not told either.
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

function buildCitation(...entry: Parameters<typeof buildPlainEntry>): OwnCitation {
  const work = buildReference(buildPlainEntry(...entry));
  return { parts: formatApaParts(work), bibtex: work.source, work };
}

/** A DOI as it is, from an address in which some of its signs are escaped. */
function decode(doi: string | undefined): string | undefined {
  return doi?.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function formatUrl({ address }: Site, page: string): string | undefined {
  return address === undefined ? undefined : new URL(page, address).href;
}
