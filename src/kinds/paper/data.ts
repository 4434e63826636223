import { z } from 'astro/zod';
import { date, entryFields, link, text } from '../../metadata/research/fields.ts';
import { listUriLinks } from '../../metadata/research/links.ts';
import { paperStatus } from '../../schema/status.ts';
import type { PaperView } from './view.ts';

/** A paper in research.json. */
export const paperData = z
  .strictObject({
    ...entryFields,
    short: text('What it is called where space is short'),
    status: z.enum(paperStatus.options).describe('Where it stands'),
    standing: text('Where it stands, with the venue'),
    date: date('When it was first made public').exactOptional(),
    abstract: text('Its abstract'),
    authors: z.array(text('A name')).describe('Its authors, in the printed order'),
    links: z.array(link).describe('Where else it is'),
  })
  .meta({ id: 'Paper', description: 'A paper' });

/** The fields of a paper that other kinds do not have. */
export function buildPaperData(paper: PaperView) {
  const { short, publication, date, abstract, authors, externalLinks } = paper;
  return {
    short,
    status: publication.status,
    standing: publication.line,
    ...(date && { date: date.iso }),
    abstract: abstract.plain,
    authors,
    links: listUriLinks(externalLinks),
  };
}
