import { z } from 'astro/zod';
import type { CslDate, CslItem, CslName } from '../../bibliography/csl-json.ts';
import { paperChangeKinds } from '../../schema/history.ts';
import { grid } from './grid.ts';
import { pipeline } from './pipeline.ts';

export const text = (description: string) => z.string().min(1).describe(description);
export const address = (description: string) =>
  z.string().min(1).meta({ description, format: 'uri-reference' });
export const slug = (description: string) =>
  z
    .string()
    .regex(/^([a-z]+\/)?[a-z\d]+(-[a-z\d]+)*$/)
    .describe(description);
export const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .describe(`${description}: a year, a month or a day`);
const some = z.string().min(1).exactOptional();

const cslName: z.ZodType<CslName> = z
  .strictObject({
    family: some,
    given: some,
    'non-dropping-particle': some,
    suffix: some,
    literal: some,
  })
  .meta({ id: 'Name', description: 'A name, as CSL-JSON has it' });

const cslDate: z.ZodType<CslDate> = z.union([
  z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1) }),
  z.strictObject({ literal: z.string().min(1) }),
]);

const names = z.array(cslName).min(1).exactOptional();

export const cslItem: z.ZodType<CslItem> = z
  .strictObject({
    id: text('Its key in the bibliography of the site, or the slug of an entry'),
    type: text('A type of CSL 1.0.2'),
    title: text('Its title'),
    author: names,
    editor: names,
    translator: names,
    issued: cslDate.exactOptional(),
    'original-date': cslDate.exactOptional(),
    accessed: cslDate.exactOptional(),
    'container-title': some,
    'container-title-short': some,
    volume: some,
    issue: some,
    number: some,
    'collection-title': some,
    'collection-number': some,
    'chapter-number': some,
    edition: some,
    version: some,
    page: some,
    publisher: some,
    'publisher-place': some,
    'event-title': some,
    genre: some,
    medium: some,
    archive: some,
    archive_location: some,
    DOI: some,
    ISBN: some,
    ISSN: some,
    URL: some,
    note: some,
  })
  .meta({ id: 'Work', description: 'A work, as an item of CSL-JSON' });

export const link = z.strictObject({
  title: text('What it is called'),
  address: address('Where it is'),
});

export const step = z.strictObject({
  title: text('Its name'),
  summary: text('What is done in it'),
});

/** The fields that entries of every kind have. */
export const entryFields = {
  id: slug('Its slug, after its folder if an entry of another kind has the same slug'),
  title: text('Its title, as it is printed'),
  language: text('Its language, as BCP 47 has it; that of the site if absent').exactOptional(),
  page: address('Its page'),
  history: z
    .array(
      z.strictObject({
        date: date('When it came about'),
        change: z.enum(paperChangeKinds).describe('What kind of change it is'),
        note: text('What came about'),
      }),
    )
    .describe('What changed, the newest first'),
  pipeline: pipeline.exactOptional(),
  grid: grid.exactOptional(),
  sections: z.array(link).describe('The sections of its text'),
  citation: cslItem.describe('How it is cited'),
};

/** A published entry of any kind. */
export interface ResearchEntry extends z.infer<z.ZodObject<typeof entryFields>> {
  authors?: string[];
  status?: string;
  started?: string;
  date?: string;
}
