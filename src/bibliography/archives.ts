import type { BibEntry } from './parse.ts';
import { findDoi } from './identifiers.ts';
import { asclPages } from './pages.ts';
import { renderVerbatim } from './verbatim.ts';

/** An archive of works, with the form of its identifiers and the address of a work there. */
interface Archive {
  names: readonly string[];
  /** A field of its own that may hold the identifier. */
  field?: string;
  form: RegExp;
  format: (identifier: string) => string;
}

/** The archives that biblatex, PubMed and Zotero know besides arXiv, the one with the whole text first. */
const archives: readonly Archive[] = [
  {
    names: ['pmc', 'pmcid', 'pubmedcentral'],
    field: 'pmcid',
    form: /^(?:PMC(?:ID)?:?\s*)*(\d+)$/i,
    format: (number) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`,
  },
  {
    names: ['pubmed', 'pmid', 'medline'],
    field: 'pmid',
    form: /^(?:PMID:?\s*|https?:\/\/\S+\/)?(\d+)\/?$/i,
    format: (number) => `https://pubmed.ncbi.nlm.nih.gov/${number}/`,
  },
  {
    names: ['jstor'],
    form: /^(?:https?:\/\/\S+\/stable\/)?(\w[\w./-]*?)\/?$/,
    format: (number) => `https://www.jstor.org/stable/${number}`,
  },
  {
    names: ['hdl', 'handle'],
    form: /^(?:hdl:)?(\d[\d.]*\/[^\s?#]+)$/i,
    format: (handle) => `https://hdl.handle.net/${handle}`,
  },
  {
    names: ['googlebooks', 'google books'],
    form: /^([\w-]+)$/,
    format: (id) => `https://books.google.com/books?id=${id}`,
  },
  {
    names: ['iacr', 'eprint.iacr.org', 'cryptology eprint archive'],
    form: /^(\d{4}\/\d+)$/,
    format: (number) => `https://eprint.iacr.org/${number}`,
  },
  {
    names: ['ascl'],
    form: /^(?:ascl:)?(\d{4}\.\d{3})$/i,
    format: formatAscl,
  },
  // ADS repeats its identifier in the place of pages.
  ...['pages', 'eid'].map((field) => ({ names: [], field, form: asclPages, format: formatAscl })),
];

/** The address of a record of the Astrophysics Source Code Library. */
function formatAscl(number: string): string {
  return `https://ascl.net/${number}`;
}

/** Finds where a work without DOI and address is: its DOI at bioRxiv or medRxiv, or its address at another archive. */
export function findArchived({ fields }: BibEntry): { doi?: string; url?: string } {
  const read = (name: string) => renderVerbatim(fields.get(name) ?? '').trim();
  const name = (read('eprinttype') || read('archiveprefix')).replace(/[{}]/g, '').toLowerCase();
  const eprint = read('eprint');
  if (/^(?:bio|med)rxiv$/.test(name)) {
    const doi = findDoi(eprint);
    return doi === undefined ? {} : { doi };
  }
  const addresses = archives.flatMap(({ names, field = '', form, format }) => {
    const [, found] = form.exec(names.includes(name) ? eprint : read(field)) ?? [];
    return found === undefined ? [] : [format(found)];
  });
  const [url] = addresses;
  return url === undefined ? {} : { url };
}
