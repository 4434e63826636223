import { slugify } from '../lib/slug.ts';
import { formatEntry, formatHead, type Finding } from './finding.ts';
import type { BibEntry } from './parse.ts';
import { buildReference } from './reference.ts';

/** The marks of a work, each in a form that does not depend on its spelling. */
interface Work {
  entry: BibEntry;
  doi: string;
  arxiv: string;
  /** Title, year, and the family name of the first author. */
  name: string;
  /** Title and first author, in which the entries of one work agree. */
  marks: string[];
  /** Two works of one name may differ in these. */
  parts: string[];
}

/** Tests for two entries of one work, the most certain first, each with the field to correct if the works differ. */
const signs = [
  { sign: 'doi', field: 'doi', says: 'DOI', cure: 'correct the DOI of one' },
  {
    sign: 'arxiv',
    field: 'eprint',
    says: 'arXiv identifier',
    cure: 'correct the identifier of one',
  },
  {
    sign: 'name',
    field: 'title',
    says: 'title, year and first author',
    cure: 'give each its DOI, volume or pages',
  },
] as const;

/** A work is compared with at most this many works of one name, as editorials. */
const mostOthers = 100;

/** Finds entries for a work that an earlier entry already has. */
export function checkDuplicates(entries: readonly BibEntry[]): Finding[] {
  const earlier = new Map<string, Work[]>();
  return entries.map(buildWork).flatMap((work) => {
    const findings = signs.flatMap((one) => {
      const { sign } = one;
      if (work[sign] === '') return [];
      const index = `${sign} ${work[sign]}`;
      const others = earlier.get(index) ?? [];
      const first = others.find((other) => sign !== 'name' || !areDistinct(work, other));
      if (others.length < mostOthers) others.push(work);
      earlier.set(index, others);
      return first === undefined ? [] : [buildFinding(work, first, one)];
    });
    return findings.slice(0, 1);
  });
}

function buildWork(entry: BibEntry): Work {
  const { title, authors, year, volume = '', pages = '', ...reference } = buildReference(entry);
  const doi = reference.doi?.toLowerCase() ?? '';
  // arXiv gives each of its works a DOI, which repeats the identifier.
  const arxivDoi = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
  const arxiv = (reference.eprint?.toLowerCase() ?? arxivDoi ?? '').replace(/v\d+$/, '');
  const [author] = authors;
  const family = author && ('literal' in author ? author.literal : author.family);
  const marks = [slugify(title), slugify(family ?? '')];
  const name = marks[0] ? `${marks[0]} ${year} ${marks[1]}` : '';
  const chapter = entry.fields.get('chapter') ?? '';
  const ownDoi = arxivDoi === undefined ? doi : '';
  const parts = [ownDoi, arxiv, volume, chapter, pages.replace(/\D+/g, ' ')];
  return { entry, doi: ownDoi, arxiv, name, marks, parts };
}

/**
 * Whether two works with the same name are distinct: a property that both have differs (the DOIs of two editorials, the
 * volumes, the chapters), or one work is a part of the other.
 */
function areDistinct(work: Work, other: Work): boolean {
  const refersTo = (one: BibEntry, two: BibEntry) =>
    one.fields.get('crossref')?.trim().toLowerCase() === two.key.toLowerCase();
  return (
    work.parts.some((part, index) => part && other.parts[index] && part !== other.parts[index]) ||
    refersTo(work.entry, other.entry) ||
    refersTo(other.entry, work.entry)
  );
}

/** If the two entries agree on the work, only the list of works is longer than it could be. */
function buildFinding(
  { entry, marks }: Work,
  { entry: first, marks: others }: Work,
  { field, says, cure }: (typeof signs)[number],
): Finding {
  const agree = marks.every((mark, index) => mark === others[index] || !mark || !others[index]);
  const value = entry.positions.has(field) ? entry.fields.get(field) : undefined;
  return {
    rule: 'bibtex-duplicate-work',
    entry,
    field,
    found: value?.trim().replace(/\s+/g, ' ') ?? formatHead(entry),
    expected: `one entry for a work: ${formatEntry(first)} has the same ${says}`,
    fix: `Keep one of the two, and cite it wherever the other is cited; if these are two works, ${cure}.`,
    ...(agree && { isHarmless: true }),
  };
}
