import { formatAddress } from './address.ts';
import { kinds } from '../kinds/registry.ts';
import { findKind, readApa, readLink, readMeta, type Read, type EntryFacts } from './statement.ts';
import { decode } from './page.ts';

interface LinkedPerson {
  '@id'?: string;
  name?: string;
}

/** A node of JSON-LD. */
interface Described {
  '@id'?: string;
  name?: string;
  url?: string;
  author?: LinkedPerson | LinkedPerson[];
  editor?: LinkedPerson | LinkedPerson[];
  mainEntity?: { '@id': string };
  creativeWorkStatus?: string;
  datePublished?: string;
  /** The date of the newest version. */
  dateModified?: string;
  foundingDate?: string;
}

/** Returns an address if the site has an origin. Without one, there are no absolute addresses. */
export function placeWhole(origin: string | undefined, address: string | undefined): EntryFacts {
  return origin === undefined ? {} : { address };
}

const readHead: Read = (page, { origin }) => ({
  authors: readMeta(page, 'author').join(', '),
  ...placeWhole(origin, readLink(page, 'canonical')),
});

const readOpenGraph: Read = (page, { origin }) => ({
  title: readMeta(page, 'og:title')[0],
  // Only a work elsewhere has a date of publication.
  ...(kinds[findKind(page)].date === 'public-since' && {
    date: readMeta(page, 'article:published_time')[0],
  }),
  ...placeWhole(origin, readMeta(page, 'og:url')[0]),
});

const readHighwire: Read = (page, { origin }) => {
  const title = readMeta(page, 'citation_title')[0];
  // Google Scholar requires authors and a date. An entry without them has no tags.
  if (title === undefined) return {};
  return {
    title,
    authors: readMeta(page, 'citation_author').join(', '),
    year: readMeta(page, 'citation_publication_date')[0]?.slice(0, 4),
    date: readMeta(page, 'citation_online_date')[0]?.replaceAll('/', '-'),
    ...placeWhole(origin, readMeta(page, 'citation_abstract_html_url')[0]),
  };
};

const readJsonLd: Read = ({ html, path }) => {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const { '@graph': nodes } = JSON.parse(json) as { '@graph': Described[] };
  const find = (id?: string) => nodes.find((node) => node['@id'] === id);
  const work = nodes.find((node) => node['@id']?.endsWith(`${encodeURI(path)}#work`));
  const page = nodes.find((node) => work && node.mainEntity?.['@id'] === work['@id']);
  const { datePublished, dateModified = datePublished, foundingDate } = work ?? {};
  // A work without a known date has the year of its venue. It is cited by its newest version.
  const isYear = datePublished?.length === 4;
  const authors = [work?.author ?? work?.editor ?? page?.author ?? []].flat();
  return {
    title: work?.name,
    authors: authors.map(({ name, '@id': id }) => name ?? find(id)?.name).join(', '),
    ...(isYear ? { year: dateModified?.slice(0, 4) } : { date: foundingDate ?? datePublished }),
    status: work?.creativeWorkStatus ?? page?.creativeWorkStatus,
    address: work?.url,
  };
};

/** A work with a DOI is cited by it, on its page too. Without an author there is no citation, but a link to the DOI. */
const readSignposts: Read = (page, site) => {
  const address = readLink(page, 'cite-as');
  const isDoi = address?.startsWith('https://doi.org/');
  if (!isDoi) return placeWhole(site.origin, address);
  const citation = readApa(page);
  const links = page.root.querySelectorAll('main a').map((link) => link.getAttributeValue('href'));
  const whole = decodeAll(address ?? '');
  const isShown =
    citation === ''
      ? links.some((href) => decodeAll(href ?? '').endsWith(whole.replace('https://doi.org', '')))
      : decodeAll(citation).includes(whole);
  return isShown ? { address: formatAddress(page, site) } : { address };
};

function decodeAll(address: string): string {
  return decode(address).replace(/%[2-7][\da-f]/gi, (code) => decodeURIComponent(code));
}

/** The forms in the page itself, under names for a reader. */
export const pageForms: Record<string, Read> = {
  'The head': readHead,
  'The Open Graph data': readOpenGraph,
  'The Highwire data': readHighwire,
  'The JSON-LD': readJsonLd,
  'The link “cite-as”': readSignposts,
};
