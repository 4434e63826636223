import { findKind } from '../../bibliography/kind.ts';
import { formatFullName } from '../../bibliography/names.ts';
import { parsePlainName } from '../../bibliography/plain-name.ts';
import { isSameName } from '../../bibliography/same-person.ts';
import { workKinds } from '../../bibliography/work-kinds.ts';
import { formatOrcidUrl } from '../../lib/orcid.ts';
import { formatProse } from '../../lib/typography.ts';
import type { NamedAuthor } from '../../model/entry.ts';
import type { Graph } from '../../model/graph.ts';
import { findPerson } from '../../model/people.ts';
import { formatInstitution } from '../../model/profile.ts';
import { readName, type Author } from './author.ts';
import type { Words } from '../../words/words.ts';
import type { Paper } from './schema.ts';

/** Builds the authors of a paper, with the facts of `people.yaml` and of the settings. */
export function buildPeople(
  authors: readonly Author[],
  { site, people }: Pick<Graph, 'site' | 'people'>,
): NamedAuthor[] {
  const { name: owner, otherNames = [] } = site.author;
  const own = [owner ?? [], otherNames].flat().map(parsePlainName);
  return authors.map((author) => {
    const name = readName(author);
    const isOwn = own.some((one) => isSameName(one, name));
    const person = isOwn ? undefined : findPerson(people, name);
    const { affiliation = [], equal = false } = author;
    const { orcid = person?.orcid, url = person?.url } = author;
    const known = (isOwn ? site.author : person)?.affiliation ?? [];
    const affiliations = affiliation.map(formatProse);
    return {
      name: formatProse(formatFullName(name)),
      isGroup: 'literal' in name,
      isOwn,
      ...(orcid !== undefined && { orcid: formatOrcidUrl(orcid) }),
      ...(url !== undefined && { url }),
      affiliations,
      institutions: affiliations.length > 0 ? affiliations : known.map(formatInstitution),
      isEqual: equal,
    };
  });
}

/** The nature of the names in a work of `content/own.bib`: editors or authors, all or some. */
export function describePeople({ work }: Pick<Paper, 'work'>, count: number, words: Words) {
  const areEditors = work !== undefined && workKinds[findKind(work)].isEdited === true;
  const notes = [
    ...(work?.andOthers ? ['et\u00a0al.'] : []),
    ...(areEditors && count > 0
      ? [words.format(words.paper.editors, { count: work.andOthers ? count + 1 : count })]
      : []),
  ];
  return { areEditors, ...(notes.length > 0 && { peopleNote: notes.join(' ') }) };
}

/** The notes below a list of authors. */
export interface AuthorNotes {
  /** The affiliations, without repetition. They have numbers if authors differ in them. */
  affiliations: string[];
  isNumbered: boolean;
  /** Whether several authors contributed equally. */
  hasEqual: boolean;
}

export function listNotes(people: readonly NamedAuthor[]): AuthorNotes {
  const affiliations = [...new Set(people.flatMap((person) => person.affiliations))];
  const isNumbered = people.some((one) => one.affiliations.length !== affiliations.length);
  return { affiliations, isNumbered, hasEqual: people.some(({ isEqual }) => isEqual) };
}

/** The marks after a name that lead to the notes: “1,2,*”. */
export function formatMarks(person: NamedAuthor, notes: AuthorNotes): string {
  const numbers = notes.isNumbered
    ? person.affiliations.map((one) => String(notes.affiliations.indexOf(one) + 1))
    : [];
  return [...numbers, ...(person.isEqual ? ['*'] : [])].join(',');
}

/** A list of authors in two parts, of which a reader opens the second. */
interface FoldedPeople {
  first: readonly NamedAuthor[];
  /** The author of the site, if they are not among the first ones. */
  own?: NamedAuthor;
  /** The other names, in order. */
  folded: readonly NamedAuthor[];
}

/** The most names that are in sight. */
const mostNames = 6;

/** Folds a list of more than six authors. The author of the site stays in sight. */
export function foldPeople(people: readonly NamedAuthor[]): FoldedPeople {
  if (people.length <= mostNames) return { first: people, folded: [] };
  const own = people.find(({ isOwn }, index) => isOwn && index >= mostNames);
  const first = people.slice(0, own ? mostNames - 1 : mostNames);
  const folded = people.filter((person) => person !== own && !first.includes(person));
  return { first, ...(own && { own }), folded };
}
