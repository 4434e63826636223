import { listCitations, parseCitations } from './cite.ts';
import { parseNames, type Name } from './names.ts';
import { parseBibliography, type BibEntry } from './parse.ts';
import { buildReference, type Reference } from './reference.ts';
import { isSameName } from './same-person.ts';

/** A bibliography in which the works of some people are withheld. */
export interface Withheld {
  /** The text of the `.bib` file, with a placeholder for each withheld work. */
  bib: string;
  /** The new key of each withheld work. The old keys contain names. */
  keys: ReadonlyMap<string, string>;
  /** The original works. */
  works: Reference[];
  /** The people of the others. */
  strangers: Name[];
}

/**
 * Withholds the works that one of `people` wrote, edited or translated, and the entries that refer to such a work by `crossref`. A
 * placeholder keeps only the year, because a title would lead to its authors.
 */
export function withholdWorks(bib: string, people: readonly string[]): Withheld {
  const names = people.flatMap((person) => parseNames(person).names);
  const { entries } = parseBibliography(bib, '');
  const own = findOwn(entries, names);
  const taken = new Set(entries.map(({ key }) => key.toLowerCase()));
  const numbers = Array.from({ length: taken.size }, (_, index) => `anonymous-${index + 1}`).filter(
    (key) => !taken.has(key),
  );
  const keys = new Map(own.map(({ key }, index) => [key, numbers[index] ?? key]));
  return {
    // A function, since a $ in a replacement string has a meaning.
    bib: own.reduce((text, one) => text.replace(one.source, () => format(one, keys)), bib),
    keys,
    works: own.map(buildReference),
    strangers: entries.filter((entry) => !own.includes(entry)).flatMap(listPeople),
  };
}

function findOwn(entries: readonly BibEntry[], names: readonly Name[]): BibEntry[] {
  const isOwn = (entry: BibEntry) =>
    listPeople(entry).some((name) => names.some((own) => isSameName(own, name)));
  const own = new Set(entries.filter(isOwn));
  const isPart = ({ fields }: BibEntry) => {
    const parent = fields.get('crossref')?.trim().normalize('NFC').toLowerCase();
    return [...own].some(({ key }) => key.toLowerCase() === parent);
  };
  return entries.filter((entry) => own.has(entry) || isPart(entry));
}

/** Who wrote, edited or translated a work. */
function listPeople({ fields }: BibEntry): Name[] {
  return ['author', 'editor', 'translator'].flatMap(
    (field) => parseNames(fields.get(field) ?? '').names,
  );
}

/** The placeholder of a work, in as many lines, so that later entries keep their lines. */
function format(entry: BibEntry, keys: ReadonlyMap<string, string>): string {
  const fields = [
    keys.get(entry.key),
    'title = {Withheld for Blind Review}',
    'author = {Anonymous}',
    `year = {${buildReference(entry).year}}`,
  ];
  return `@misc{${fields.join(', ')}}${entry.source.replace(/[^\n]/g, '')}`;
}

/** Prose with the works of `keys` cited by their new keys. */
export function renameCitations(prose: string, keys: ReadonlyMap<string, string>): string {
  return parseCitations(prose)
    .map((piece) => {
      if (!listCitations(piece).some(({ key }) => keys.has(key))) return piece.text;
      return piece.text.replace(/@([^\s,;\]]+)/g, (_, key: string) => `@${keys.get(key) ?? key}`);
    })
    .join('');
}
