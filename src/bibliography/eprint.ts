import { arxiv, findArxiv } from './identifiers.ts';
import type { BibEntry } from './parse.ts';
import { renderVerbatim } from './verbatim.ts';

const named = new RegExp(`arXiv:\\s*(?:abs/)?(${arxiv.source})`, 'i');
/** The volume of a preprint at DBLP and Semantic Scholar, whose journal is “CoRR” or “ArXiv”. */
const volume = new RegExp(`^abs/(${arxiv.source})$`, 'i');
const atArxiv = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\//i;

/** The other places in which the identifier may stand. */
interface Places {
  doi: string;
  url: string;
  texts: readonly string[];
}

/**
 * The arXiv identifier of a work: from `eprint`, from the “arXiv preprint arXiv:…” of Google Scholar, from the number
 * or the volume, from a DOI of arXiv, or from an address there. Empty if the work has none.
 */
export function findEprint({ fields }: BibEntry, { doi, url, texts }: Places): string {
  const read = (name: string) => renderVerbatim(fields.get(name) ?? '');
  const archive = (read('archiveprefix') || read('eprinttype')).toLowerCase();
  // Mendeley and Papers have a field of their own for it.
  const eprint = read('eprint') || findArxiv(read('arxivid') || read('arxiv')) || '';
  if (eprint !== '' && (archive === 'arxiv' || archive === '')) {
    const found = findArxiv(eprint);
    if (found !== undefined || archive === 'arxiv') return found ?? eprint;
  }
  const places = [
    ...['journal', 'journaltitle', 'number', 'volume', 'eid', 'pages'].map(
      (name) => fields.get(name) ?? '',
    ),
    ...texts,
  ];
  const isRepository = /^(?:arxiv|corr)$/i.test(read('journal') || read('journaltitle'));
  const arxivDoi = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  return (
    places.map((text) => named.exec(text)?.[1]).find(Boolean) ??
    (isRepository ? volume.exec(read('volume'))?.[1] : undefined) ??
    (arxivDoi && findArxiv(arxivDoi)) ??
    (atArxiv.test(url) ? (findArxiv(url) ?? '') : '')
  );
}
