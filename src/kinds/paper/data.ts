import { z } from 'astro/zod';
import { formatUri } from '../../lib/address.ts';
import { address, date, entryFields, link, text } from '../../metadata/research/fields.ts';
import type { Resolve } from '../../metadata/front-matter.ts';
import { listUriLinks } from '../../metadata/research/links.ts';
import { paperStatuses } from '../../schema/status.ts';
import { workTypes } from './work-type.ts';
import type { PaperView } from './view.ts';

/** The authors of a work in research.json. */
export const peopleData = z
  .array(
    z.strictObject({
      name: text('The name, as in “authors”'),
      orcid: address('The ORCID iD').exactOptional(),
      url: address('The page of the author').exactOptional(),
      affiliations: z.array(text('An affiliation')).exactOptional(),
      equal: z.literal(true).describe('An equal contribution').exactOptional(),
    }),
  )
  .describe('What is known of authors beside their names; absent if nothing is')
  .exactOptional();

const names = (about: string) => z.array(text('A name')).describe(about).exactOptional();

/** A paper in research.json. */
export const paperData = z
  .strictObject({
    ...entryFields,
    short: text('What it is called where space is short'),
    status: z.enum(paperStatuses).describe('Where it stands'),
    standing: text('Where it stands, with the venue'),
    date: date('When it was first made public').exactOptional(),
    abstract: text('Its abstract').exactOptional(),
    authors: z.array(text('A name')).describe('Its authors, in the printed order'),
    people: peopleData,
    editors: names('Its editors, or those of the book that it is in'),
    translators: names('Its translators'),
    type: z.enum(workTypes).describe('What it is; absent for a paper').exactOptional(),
    links: z.array(link).describe('Where else it is'),
  })
  .meta({ id: 'Paper', description: 'A paper' });

/** The fields of a paper that other kinds do not have. */
export function buildPaperData(paper: PaperView, resolve: Resolve) {
  const { short, publication, date, abstract, authors, externalLinks } = paper;
  const details = listAuthorDetails(paper);
  return {
    short,
    status: publication.status,
    standing: publication.line,
    ...(date && { date: date.iso }),
    ...(abstract && { abstract: abstract.plain }),
    authors,
    ...(details.length > 0 && { people: details }),
    ...listContributorNames(paper),
    ...(paper.type !== 'paper' && { type: paper.type }),
    links: listUriLinks(externalLinks, resolve),
  };
}

/** The names of editors and translators. */
export function listContributorNames({ contributors = [] }: Pick<PaperView, 'contributors'>) {
  return Object.fromEntries(
    contributors.map(({ role, people }) => [
      role === 'translator' ? 'translators' : 'editors',
      people.map(({ name }) => name),
    ]),
  ) as { editors?: string[]; translators?: string[] };
}

/** The authors of whom more than the name is known. */
export function listAuthorDetails({ people }: Pick<PaperView, 'people'>) {
  return people
    .map(({ name, orcid, url, affiliations, isEqual }) => ({
      name,
      ...(orcid !== undefined && { orcid }),
      ...(url !== undefined && { url: formatUri(url) }),
      ...(affiliations.length > 0 && { affiliations }),
      ...(isEqual && { equal: true as const }),
    }))
    .filter((person) => Object.keys(person).length > 1);
}
