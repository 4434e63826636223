import { arxiv } from './identifiers.ts';
import { parseNames, type Name } from './names.ts';
import type { BibEntry } from './parse.ts';
import { renderTex, renderVerbatim } from './tex.ts';

/** A work of the bibliography. Its fields are printable Unicode, without TeX except for math between `$`. */
export interface Reference {
  key: string;
  /** `article`, `inproceedings`, …: lower case. */
  type: string;
  title: string;
  /** The authors, or the editors of a work without authors. */
  authors: Name[];
  /** Whether the list of authors goes on (“and others”). */
  andOthers: boolean;
  year: string;
  /** The full name of the journal, proceedings, book, university or institute. */
  venue?: string;
  /** The short name of the venue: “ICML”. */
  abbreviation?: string;
  volume?: string;
  number?: string;
  pages?: string;
  publisher?: string;
  /** Bare, without `https://doi.org/`. */
  doi?: string;
  /** Identifier at arXiv, without `arXiv:`. */
  eprint?: string;
  url?: string;
  /** The best link: by DOI, else `url`, else arXiv. */
  address?: string;
  /** The author's note, for example that the manuscript was submitted. */
  note?: string;
  /** The author's own BibTeX, byte for byte. */
  source: string;
}

/** Turns an entry into text for print. Expects an entry that `parseBibliography` let through. */
export function buildReference(entry: BibEntry): Reference {
  const text = (...names: string[]) => renderTex(findField(entry, names));
  const verbatim = (name: string) => renderVerbatim(findField(entry, [name]));
  const { names, andOthers } = parseNames(findField(entry, ['author', 'editor']));
  const doi = verbatim('doi').replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '');
  const eprint = findEprint(entry);
  const url = verbatim('url');
  return {
    key: entry.key,
    type: entry.type,
    title: text('title'),
    authors: names,
    andOthers,
    year: text('year') || text('date').slice(0, 4),
    ...dropEmpty({
      venue: text('journal', 'journaltitle', 'booktitle', 'school', 'institution'),
      abbreviation: text('abbr'),
      volume: text('volume'),
      number: text('number', 'issue'),
      pages: text('pages').replace(/(\d)\s*-\s*(?=\d)/g, '$1–'),
      publisher: text('publisher'),
      doi,
      eprint,
      url,
      address: formatAddress(doi, url, eprint),
      note: text('note'),
    }),
    source: entry.source,
  };
}

/** The first non-empty field in `names` as raw TeX; empty if there is none. */
function findField({ fields }: BibEntry, names: readonly string[]): string {
  return names.map((name) => fields.get(name)?.trim() ?? '').find(Boolean) ?? '';
}

/** The arXiv identifier: from `eprint`, or from the “arXiv preprint arXiv:…” of Google Scholar. */
function findEprint(entry: BibEntry): string {
  const archive = findField(entry, ['archiveprefix', 'eprinttype']).toLowerCase();
  const eprint = renderVerbatim(findField(entry, ['eprint'])).replace(/^arxiv:/i, '');
  if (archive === 'arxiv') return eprint;
  if (archive === '' && new RegExp(`^${arxiv.source}$`).test(eprint)) return eprint;
  const journal = findField(entry, ['journal', 'journaltitle']);
  return new RegExp(`arXiv:\\s*(${arxiv.source})`, 'i').exec(journal)?.[1] ?? '';
}

function formatAddress(doi: string, url: string, eprint: string): string {
  // A DOI can contain <, >, ; or #, so everything but its slashes is encoded.
  if (doi) return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
  if (url) return url;
  return eprint && `https://arxiv.org/abs/${eprint}`;
}

function dropEmpty<Name extends string>(
  fields: Record<Name, string>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}
