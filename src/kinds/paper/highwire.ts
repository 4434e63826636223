import { buildPlace, findKind } from '../../bibliography/kind.ts';
import { formatInverted } from '../../bibliography/names.ts';
import type { Reference } from '../../bibliography/reference.ts';
import type { Kind } from '../../bibliography/work-kinds.ts';
import { hasAppeared, wasAccepted } from '../../lib/paper-status.ts';
import type { PaperView } from './view.ts';
import type { HeadTag } from '../../metadata/head.ts';
import { isPdf } from '../../metadata/paper-links.ts';

/**
 * The Highwire Press tags of a paper, as Google Scholar reads them
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). Scholar requires a title, authors and a date,
 * so a paper without one of these has no tags. `works` are the works that the paper cites; `page` is its absolute
 * address, if the site has one.
 */
export function listHighwire(
  { title, language, people, areEditors, date, publication, citation, externalLinks }: PaperView,
  works: readonly Reference[],
  page: URL | undefined,
): HeadTag[] {
  const { work } = citation;
  // A manuscript is dated by its publication on the web; a paper by the year of its venue if it was accepted there, or
  // is cited with that year, as a thesis is whose preprint has another one.
  const day = formatDay(date?.iso);
  const isOfVenue = wasAccepted(publication.status) || work.year !== day?.slice(0, 4);
  const isOfYear = hasAppeared(publication.status) || (day && isOfVenue);
  const published = isOfYear ? work.year : day;
  if (people.length === 0 || areEditors || !published) return [];
  // Search takes no file of another host.
  const pdfs = externalLinks.filter(isPdf).flatMap(({ address }) => URL.parse(address, page) ?? []);
  const pdf = pdfs.find(({ host }) => host === page?.host)?.href;
  return buildTags([
    ['citation_title', title],
    ...people.flatMap(({ name, institutions, orcid }): Pair[] => [
      ['citation_author', name],
      ...institutions.map((one): Pair => ['citation_author_institution', one]),
      ['citation_author_orcid', orcid],
    ]),
    ['citation_language', language],
    ['citation_publication_date', published],
    ['citation_online_date', day],
    ...describePlace(work),
    ['citation_doi', work.doi],
    ['citation_arxiv_id', work.eprint],
    ['citation_abstract_html_url', page?.href],
    ['citation_pdf_url', pdf],
    ...works.map((cited): Pair => ['citation_reference', formatCited(cited)]),
  ]);
}

type Pair = [name: string, content: string | undefined];

function buildTags(pairs: Pair[]): HeadTag[] {
  return pairs.flatMap(([name, content]) => (content ? [{ tag: 'meta', name, content }] : []));
}

/** `2026-04-09` → `2026/04/09`, as these tags have it. */
function formatDay(iso: string | undefined): string | undefined {
  return iso?.replaceAll('-', '/');
}

/** The tags for the containers of some kinds of works. */
const containers: Partial<Record<Kind, string>> = {
  article: 'citation_journal_title',
  chapter: 'citation_inbook_title',
};

/** The tags for the publishers of some kinds of works. */
const issuers: Partial<Record<Kind, string>> = {
  thesis: 'citation_dissertation_institution',
  report: 'citation_technical_report_institution',
};

/** The venue of a work in the tags for its kind. */
function describePlace(work: Reference): Pair[] {
  const { container, volume, number, pages, publisher } = buildPlace(work);
  const kind = findKind(work);
  const [first, last] = pages?.split('–') ?? [];
  const issuer = issuers[kind];
  return [
    [containers[kind] ?? 'citation_conference_title', container],
    ['citation_volume', volume],
    ['citation_issue', number],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    [issuer ?? 'citation_publisher', publisher],
  ];
}

/** A cited work in one value: the same names, between semicolons, which so can be no part of a text. */
function formatCited(work: Reference): string {
  const pairs: Pair[] = [
    ['citation_title', work.title],
    ...work.authors.map((name): Pair => ['citation_author', formatInverted(name)]),
    ['citation_publication_date', work.year],
    ...describePlace(work),
    ['citation_doi', work.doi],
    ['citation_arxiv_id', work.eprint],
  ];
  return pairs
    .filter(([, value]) => value)
    .map(([name, value = '']) => `${name}=${value.replaceAll(';', ',')}`)
    .join('; ');
}
