import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { bound, buildPhrase, shortestWord, type Patterns } from './pattern.ts';
import { decodePercents, fold } from './view.ts';

/** Between a host and an account: linkedin.com/in/ada. */
const folders = '(?:in|u|users?|orgs|repos|datasets|spaces)';

/** An account, where an address names it; and alone. */
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

/** An ORCID iD, whatever parts its groups. */
export function buildOrcidPatterns(orcid: string): Patterns {
  const groups = fold(orcid).split('-');
  return { sure: [bound(groups.join(String.raw`[\s-]*`), orcid)] };
}

/** Hosts of mail and of pages whose domain says nothing of whom they serve, by its first part. */
const services = new Set(
  `126 163 aol fastmail foxmail gmail gmx google googlemail hey hotmail icloud live mac mail mailbox me msn
  outlook pm posteo proton protonmail qq tutanota web yahoo yandex ymail zoho`.split(/\s+/),
);

/** The signs of an address of mail that are spelt out where machines are not to read it. */
const spell = (sign: string, word: string) =>
  String.raw`(?:\s*${sign}\s*|\s*[\[({<]\s*${word}\s*[\])}>]\s*|\s+${word}\s+)`;

const spellHost = (host: string) =>
  host
    .split('.')
    .map((word) => RegExp.escape(word))
    .join(spell(String.raw`\.`, 'dot'));

/** An email address, its @ and dots spelt out or not; and what may be its host alone. */
export function buildEmailPatterns(email: string): Patterns {
  const [name = '', host = ''] = fold(email).split('@');
  const hosts = listHosts(host).map(spellHost);
  return {
    sure: [bound(RegExp.escape(name) + spell('@', 'at') + spellHost(host))],
    ...(hosts.length > 0 && { word: bound(hosts.join('|')) }),
  };
}

/** A host, and the domain that it is part of; none of those that serve anybody, as github.io. */
function listHosts(host: string): string[] {
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: true });
  if (domain === null || services.has(domainWithoutSuffix ?? '')) return [];
  return [...new Set([host, domain])];
}

/** An address without its protocol: host, path, and what is asked for there. */
export function buildAddressPatterns(address: string): Patterns {
  const { protocol, hostname, pathname, search } = new URL(address);
  if (protocol === 'mailto:') return buildEmailPatterns(decodePercents(pathname));
  const path = decodePercents(pathname + search).replace(/\/$/, '');
  return {
    sure: spellings(hostname).map((host) => {
      const text = host + fold(path);
      return bound(RegExp.escape(text), text);
    }),
  };
}

/** A host as it is written, and as it is served. */
function spellings(hostname: string): string[] {
  const hosts = [hostname, domainToUnicode(hostname)].map((host) => fold(host));
  return [...new Set(hosts)].map((host) => host.replace(/^www\./, ''));
}

/** An arXiv id in an address of arXiv, or in the DOI that arXiv gives. */
const arxivId = /\barxiv(?:\.org\/\w+\/|\.)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?!\d)/i;

const doi = /\/(10\.\d{4,9}(?:\.\d+)*\/[^?#]+?)(?:\.pdf|\/)?(?:[?#]|$)/;

/** The arXiv id and the DOI that an address holds, whatever they stand in. */
export function buildWorkPatterns(address: string): Patterns {
  const ids = [arxivId, doi].flatMap((id) => id.exec(decodePercents(address))?.[1] ?? []);
  return { sure: ids.flatMap((id) => buildPhrase(id).sure) };
}

/** The host of an address that is nobody else's; and what may be its domain alone. */
export function buildHostPatterns(address: string): Patterns {
  const hosts = spellings(new URL(address).hostname);
  const domains = hosts.flatMap(listHosts).filter((domain) => !hosts.includes(domain));
  return {
    sure: hosts.map((host) => bound(RegExp.escape(host), host)),
    ...(domains.length > 0 && { word: bound(domains.map(spellHost).join('|')) }),
  };
}

/** The account to which a service gave the host of an address, as to ada that of ada.github.io. */
export function buildTenantPatterns(address: string): Patterns {
  const { hostname } = new URL(address);
  const { isPrivate, domainWithoutSuffix } = parse(hostname, { allowPrivateDomains: true });
  return isPrivate && domainWithoutSuffix
    ? buildAccountPatterns(domainWithoutSuffix)
    : { sure: [] };
}

/** A repository with its owner; one that is named alone is under the account of the author. */
export function buildRepositoryPatterns(repository: string): Patterns {
  if (URL.canParse(repository)) return buildAddressPatterns(repository);
  return repository.includes('/') ? buildPhrase(repository) : { sure: [] };
}

/** The owner of a repository. */
export function buildOwnerPatterns(repository: string): Patterns {
  const path = URL.parse(repository)?.pathname.slice(1) ?? repository;
  return path.includes('/') ? buildAccountPatterns(path.split('/')[0] ?? '') : { sure: [] };
}

/** What may be an address or words. */
export function buildTextPatterns(text: string): Patterns {
  return URL.canParse(text) ? buildAddressPatterns(text) : buildPhrase(text);
}
