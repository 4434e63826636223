import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { expandIdentifier } from '../lib/address.ts';
import { readOrcid } from '../lib/orcid.ts';
import { bound, buildPhrase, shortestWord, type Patterns } from './pattern.ts';
import { decodePercents, fold } from './view.ts';

/** Path segments between a host and an account: linkedin.com/in/ada. */
const folders = '(?:in|u|users?|orgs|repos|datasets|spaces)';

/** Matches an account in an address, and on its own. */
export function buildAccountPatterns(account: string): Patterns {
  const name = RegExp.escape(fold(account));
  return {
    sure: [
      String.raw`\.[a-z]{2,}[/:](?:${folders}/)?[~@]?${name}(?![\p{L}\p{N}-])`,
      String.raw`(?<![\p{L}\p{N}-])${name}\.(?:git(?:hub|lab)|codeberg|pages|netlify|vercel|bsky)\b`,
      String.raw`(?<![\p{L}\p{N}])@${name}(?![\p{L}\p{N}-])`,
    ].map((source) => new RegExp(source, 'gu')),
    ...(account.length >= shortestWord && { word: bound(name) }),
  };
}

/** Matches an ORCID iD with any separators between its groups. */
export function buildOrcidPatterns(orcid: string): Patterns {
  const id = readOrcid(orcid);
  const groups = fold(id).split('-');
  return { sure: [bound(groups.join(String.raw`[\s-]*`), id)] };
}

/** Mail and page hosts that serve everybody, by the first part of their domain. */
const services = new Set(
  `126 163 aol fastmail foxmail gmail gmx google googlemail hey hotmail icloud live mac mail mailbox me msn
  outlook pm posteo proton protonmail qq tutanota web yahoo yandex ymail zoho`.split(/\s+/),
);

/** Matches a sign of an email address, or the word that spells it out (“at”, “dot”). */
const spell = (sign: string, word: string) =>
  String.raw`(?:\s*${sign}\s*|\s*[\[({<]\s*${word}\s*[\])}>]\s*|\s+${word}\s+)`;

const spellHost = (host: string) =>
  host
    .split('.')
    .map((word) => RegExp.escape(word))
    .join(spell(String.raw`\.`, 'dot'));

/** Matches an email address, spelt out or not. `word` matches its host alone. */
export function buildEmailPatterns(email: string): Patterns {
  const [name = '', host = ''] = fold(email).split('@');
  const hosts = listHosts(host).map(spellHost);
  return {
    sure: [bound(RegExp.escape(name) + spell('@', 'at') + spellHost(host))],
    ...(hosts.length > 0 && { word: bound(hosts.join('|')) }),
  };
}

/**
 * Returns the host and its registrable domain. Returns none for a public service such as
 * github.io.
 */
function listHosts(host: string): string[] {
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: true });
  if (domain === null || services.has(domainWithoutSuffix ?? '')) return [];
  return [...new Set([host, domain])];
}

/**
 * Matches an address without its protocol: host, path and query. A file beside the entry has none of
 * these, and is left out with the link to it.
 */
export function buildAddressPatterns(written: string): Patterns {
  const address = URL.parse(expandIdentifier(written));
  if (address === null) return { sure: [] };
  const { protocol, hostname, pathname, search } = address;
  if (protocol === 'mailto:') return buildEmailPatterns(decodePercents(pathname));
  const path = decodePercents(pathname + search).replace(/\/$/, '');
  return {
    sure: spellings(hostname).map((host) => {
      const text = host + fold(path);
      return bound(RegExp.escape(text), text);
    }),
  };
}

/** Returns a host in Unicode and in Punycode, without `www.`. */
function spellings(hostname: string): string[] {
  const hosts = [hostname, domainToUnicode(hostname)].map((host) => fold(host));
  return [...new Set(hosts)].map((host) => host.replace(/^www\./, ''));
}

/** An arXiv id, in an arXiv address or in the DOI that arXiv assigns. */
const arxivId = /\barxiv(?:\.org\/\w+\/|\.)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?!\d)/i;

const doi = /\/(10\.\d{4,9}(?:\.\d+)*\/[^?#]+?)(?:\.pdf|\/)?(?:[?#]|$)/;

/** Matches the arXiv id and the DOI in an address, wherever they appear. */
export function buildWorkPatterns(written: string): Patterns {
  const address = expandIdentifier(written);
  const ids = [arxivId, doi].flatMap((id) => id.exec(decodePercents(address))?.[1] ?? []);
  return { sure: ids.flatMap((id) => buildPhrase(id).sure) };
}

/** Matches the host of an address. `word` matches its registrable domain alone. */
export function buildHostPatterns(address: string): Patterns {
  const hosts = spellings(new URL(address).hostname);
  const domains = hosts.flatMap(listHosts).filter((domain) => !hosts.includes(domain));
  return {
    sure: hosts.map((host) => bound(RegExp.escape(host), host)),
    ...(domains.length > 0 && { word: bound(domains.map(spellHost).join('|')) }),
  };
}

/** Matches the account behind a hosted subdomain: ada for ada.github.io. */
export function buildTenantPatterns(address: string): Patterns {
  const { hostname } = new URL(address);
  const { isPrivate, domainWithoutSuffix } = parse(hostname, { allowPrivateDomains: true });
  return isPrivate && domainWithoutSuffix
    ? buildAccountPatterns(domainWithoutSuffix)
    : { sure: [] };
}

/** Matches a repository with its owner. One that is named alone is under the author's account. */
export function buildRepositoryPatterns(repository: string): Patterns {
  if (URL.canParse(repository)) return buildAddressPatterns(repository);
  return repository.includes('/') ? buildPhrase(repository) : { sure: [] };
}

export function buildOwnerPatterns(repository: string): Patterns {
  const path = URL.parse(repository)?.pathname.slice(1) ?? repository;
  return path.includes('/') ? buildAccountPatterns(path.split('/')[0] ?? '') : { sure: [] };
}

/** Matches a text that may be an address or words. */
export function buildTextPatterns(text: string): Patterns {
  return URL.canParse(text) ? buildAddressPatterns(text) : buildPhrase(text);
}
