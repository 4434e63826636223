import type { Finding } from './finding.ts';
import type { BibEntry } from './parse.ts';
import { renderSpaced } from './verbatim.ts';

/** `10.`, a registrant, `/`, a suffix; a stop or comma at the end is that of the sentence around it. */
const doi = /10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;]/;

/** From April 2007: year and month, then four digits, from 2015 on five. */
const newArxiv =
  /(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}(?!\d)|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}(?!\d)/;
/** Before: an archive, perhaps a subject, year and month, then three digits. */
const oldArxiv = /[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3}(?!\d)/;

/** An identifier of arXiv, perhaps with a version. */
export const arxiv = new RegExp(`(?:${newArxiv.source}|${oldArxiv.source})(?:v[1-9]\\d*)?`);

/** The words before a DOI: “doi:”, “DOI ”, the address of a resolver or of a publisher's page. */
const beforeDoi = String.raw`(?:(?:info|urn)[:/]|doi\s*[:=]?\s*|https?:\/+)*(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?\/(?:[\w-]+\/)*)?(?:doi\s*[:=]?\s*)?`;
const wholeDoi = new RegExp(`^${beforeDoi}(${doi.source})[.,;]*$`, 'i');

/** An identifier of arXiv, with its address or “arXiv:” before it, and its class after it. */
const wholeArxiv = new RegExp(
  String.raw`^(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/)?(?:arxiv\s*:\s*)?(?:abs\/)?(${arxiv.source})(?:\.pdf)?(?:\s*\[[\w.-]+\])?$`,
  'i',
);

/** Returns the DOI in a value that holds nothing else: `https://doi.org/10.1000/182` → `10.1000/182`. */
export function findDoi(value: string): string | undefined {
  const found = wholeDoi.exec(value)?.[1];
  return found !== undefined && /^10\.[^/]+\/[^/]*%2f/i.test(found) ? decode(found) : found;
}

/**
 * Returns the DOI of a work from its field, at INSPIRE with those of its errata: of several, the one with its first page,
 * else the first.
 */
export function chooseDoi(value: string, pages = ''): string | undefined {
  const parts = value.split(/[,;\s]+(?=10\.\d|https?:|doi:)/i).map(findDoi);
  const dois = parts.filter((doi) => doi !== undefined);
  if (dois.length < parts.length || dois.length === 1) return findDoi(value);
  const [page = ''] = /\w*\d/.exec(pages.replace(/[-–].*/, '')) ?? [];
  return dois.find((doi) => page !== '' && doi.endsWith(page)) ?? dois[0];
}

/** Returns the identifier in a value that holds nothing else: `arXiv:1706.03762 [cs.CL]` → `1706.03762`. */
export function findArxiv(value: string): string | undefined {
  return wholeArxiv.exec(value)?.[1];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns each ISBN or ISSN in a value, without the words around them. */
export function listNumbers(name: 'isbn' | 'issn', value: string): string[] {
  const form =
    name === 'isbn'
      ? /(?<![\dX])(?:97[89][-–\s]?)?(?:\d[-–\s]?){9}[\dX](?![\dX])/gi
      : /(?<!\d)\d{4}[-–\s]?\d{3}[\dX](?![\dX])/gi;
  return (value.match(form) ?? []).map((number) => number.replace(/[–\s]/g, '-').toUpperCase());
}

/** Finds a DOI or an arXiv identifier that a reader, or another program, could not look up. */
export function checkIdentifiers(entry: BibEntry): Finding[] {
  return [...checkDoi(entry), ...checkEprint(entry), ...checkArxivJournal(entry)];
}

function checkDoi(entry: BibEntry): Finding[] {
  const found = findOwn(entry, 'doi');
  const expected = 'a DOI: 10., digits, a slash and the rest';
  const isCiteseer = /^10\.1\.1\.[\d.]+$/.test(found);
  const fix = isCiteseer
    ? `Write url = {https://citeseerx.ist.psu.edu/viewdoc/summary?doi=${found}} in its place: it is a number of CiteSeerX.`
    : 'Write the DOI by itself, as doi = {10.1000/182}.';
  const finding: Finding = { rule: 'bibtex-identifier', entry, field: 'doi', found, expected, fix };
  if (findDoi(found) !== undefined) return [];
  const chosen = chooseDoi(found, entry.fields.get('pages'));
  if (chosen === undefined) return checkForm(finding, doi);
  return [
    {
      ...finding,
      expected: `one DOI; only ${chosen} is read`,
      nearest: chosen,
      fix: 'Write the others, as those of errata, in “note”.',
      isHarmless: true,
    },
  ];
}

function checkEprint(entry: BibEntry): Finding[] {
  const found = findOwn(entry, 'eprint');
  const archive = findOwn(entry, 'archiveprefix') || findOwn(entry, 'eprinttype');
  // Without the name of an archive it may be another’s, unless it looks like one of arXiv.
  const isArxiv = archive === '' ? /^\d{4}\.\d|arxiv/i.test(found) : /^arxiv$/i.test(archive);
  if (!isArxiv || findArxiv(found) !== undefined) return [];
  return checkForm(buildArxivFinding(entry, 'eprint', found), arxiv);
}

/** Finds the identifier in “arXiv preprint arXiv:1706.03762”, the style of Google Scholar. */
function checkArxivJournal(entry: BibEntry): Finding[] {
  const field = entry.positions.has('journal') ? 'journal' : 'journaltitle';
  const found = /arXiv:\s*([^\s,;]*\w)/i.exec(entry.fields.get(field) ?? '')?.[1];
  if (found === undefined || findArxiv(found) !== undefined) return [];
  return checkForm(buildArxivFinding(entry, field, found), arxiv);
}

function buildArxivFinding(entry: BibEntry, field: string, found: string): Finding {
  const expected = 'an arXiv identifier alone, as 1906.01820 or cs/0112017';
  const fix = 'Write the identifier as the page of the work at arXiv gives it.';
  return { rule: 'bibtex-identifier', entry, field, found, expected, fix };
}

/** No identifier is longer. */
const mostLetters = 500;

/** The finding. A part of the text that is of the form becomes the nearest. */
function checkForm(finding: Finding, form: RegExp): Finding[] {
  const nearest = form.exec(finding.found.slice(0, mostLetters))?.[0];
  if (finding.found === '') return [];
  return [{ ...finding, ...(nearest === undefined ? {} : { nearest }) }];
}

/** A field that the entry has itself, without TeX, in one line. */
function findOwn({ fields, positions }: BibEntry, name: string): string {
  return positions.has(name) ? renderSpaced(fields.get(name) ?? '').replace(/\s+/g, ' ') : '';
}

/** The best link to a work; empty if there is none. */
export function formatAddress(doi: string, url: string, eprint: string): string {
  // A DOI can contain <, >, ; or #, so everything but its slashes is encoded.
  if (doi) return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
  if (url) return url;
  return eprint && `https://arxiv.org/abs/${eprint}`;
}
