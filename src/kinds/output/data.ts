import { z } from 'astro/zod';
import { formatUri } from '../../lib/address.ts';
import type { Resolve } from '../../metadata/front-matter.ts';
import { address, date, entryFields, link, text } from '../../metadata/research/fields.ts';
import { listUriLinks } from '../../metadata/research/links.ts';
import { listAuthorDetails, peopleData } from '../paper/data.ts';
import { outputTypeNames } from './type.ts';
import type { OutputView } from './view.ts';

/** An output in research.json. */
export const outputData = z
  .strictObject({
    ...entryFields,
    type: z.enum(outputTypeNames).describe('What it is'),
    date: date('When it was first made public, or given').exactOptional(),
    abstract: text('What it is and what it is for').exactOptional(),
    authors: z.array(text('A name')).describe('Its authors, in the printed order'),
    people: peopleData,
    event: text('The event at which it was given').exactOptional(),
    place: text('Where that was').exactOptional(),
    doi: address('The address of its DOI').exactOptional(),
    repository: address('The code').exactOptional(),
    license: text('Its licence, as SPDX has it').exactOptional(),
    versions: z
      .array(
        z.strictObject({
          version: text('Its number or name'),
          date: date('When it was released'),
          address: address('Where it is').exactOptional(),
          note: text('What is new in it').exactOptional(),
        }),
      )
      .describe('Its versions, the newest first'),
    links: z.array(link).describe('Where else it is'),
  })
  .meta({ id: 'Output', description: 'Software, a dataset, a model, a talk or a poster' });

/** The fields of an output that other kinds do not have. */
export function buildOutputData(output: OutputView, resolve: Resolve) {
  const { type, date, abstract, authors, event, place, doi, repository, license } = output;
  const details = listAuthorDetails(output);
  return {
    type,
    ...(date && { date: date.iso }),
    ...(abstract && { abstract: abstract.plain }),
    authors,
    ...(details.length > 0 && { people: details }),
    ...(event !== undefined && { event }),
    ...(place !== undefined && { place }),
    ...(doi !== undefined && { doi: formatUri(doi) }),
    ...(repository !== undefined && { repository: formatUri(repository) }),
    ...(license && { license: license.title }),
    versions: listVersions(output),
    links: listUriLinks(output.externalLinks, resolve),
  };
}

/** The versions for machines. */
export function listVersions({ versions }: Pick<OutputView, 'versions'>) {
  return versions.map(({ version, date, link, note }) => ({
    version,
    date: date.iso,
    ...(link && { address: formatUri(link.address) }),
    ...(note && { note: note.title }),
  }));
}
