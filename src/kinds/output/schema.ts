import { z } from 'astro/zod';
import type { Reference } from '../../bibliography/reference.ts';
import { findNewest } from '../../lib/date.ts';
import { address } from '../../schema/address.ts';
import { text, whenReadable } from '../../schema/constraint.ts';
import { date } from '../../schema/date.ts';
import { entryFields } from '../../schema/entry.ts';
import { threadHistory } from '../../schema/history.ts';
import { link, type Link } from '../../schema/link.ts';
import { author } from '../paper/author.ts';
import { repository } from '../thread/repository-field.ts';
import { doi } from './doi.ts';
import { licence } from './licence.ts';
import { findOutputType, outputTypeNames } from './type.ts';

const version = z
  .strictObject({
    version: text('Its number or name, such as 1.2.0'),
    date: date('The date of its release'),
    doi: doi('Its own DOI').optional(),
    address: address('Where it is, such as the page of its release').optional(),
    note: text('What is new in it, in one sentence').optional(),
  })
  .describe('A version');

const type = z.enum(outputTypeNames).describe('What it is');

type Test = (fields: { type: z.infer<typeof type>; event?: unknown; place?: unknown }) => boolean;

/** The rule that only an output which is given, as a talk is, has a field. */
function requireGiven(name: 'event' | 'place'): [test: Test, rule: object] {
  return [
    (fields) => fields[name] === undefined || findOutputType(fields.type).isGiven === true,
    {
      path: [name],
      when: whenReadable({ type }),
      params: {
        rule: 'wrong-type',
        expected: `no “${name}”, which is for a talk or a poster`,
        fix: `Remove “${name}”, or write “type: talk”.`,
      },
    },
  ];
}

/** Software, a dataset, a model, a talk or a poster: `content/outputs/<slug>.mdx`. */
export const output = z
  .strictObject({
    ...entryFields,
    history: threadHistory,
    type,
    abstract: text('What it is and what it is for, in one paragraph').optional(),
    date: date('The date on which it first became public, or was given').optional(),
    authors: z
      .array(author)
      .optional()
      .describe('The authors, in order; left out if it is the author of the site alone'),
    event: text('The event at which a talk or a poster was given').optional(),
    place: text('Where that was, such as Turin, Italy').optional(),
    doi: doi('Its DOI; with versions, the one that leads to the newest').optional(),
    repository: repository.optional(),
    license: licence.optional(),
    versions: z
      .array(version)
      .default([])
      .describe('Its versions, in any order; the newest is shown and cited'),
    papers: z
      .array(text('The slug of a paper'))
      .default([])
      .describe('Slugs of the papers that it belongs to; the papers then list it'),
    threads: z
      .array(text('The slug of a thread'))
      .default([])
      .describe('Slugs of the threads that it belongs to; the threads then list it'),
    links: z.array(link).default([]).describe('Links to the data, the slides, a video and so on'),
  })
  .refine(...requireGiven('event'))
  .refine(...requireGiven('place'));

export interface Output extends z.infer<typeof output> {
  links: Link[];
  /** The work of `content/own.bib` that it is. */
  work?: Reference;
}

export type Version = Output['versions'][number];

/** The versions, the newest first. Of one day, the first one that is written comes first. */
export function sortVersions(versions: readonly Version[]): Version[] {
  return versions.toSorted((a, b) => b.date.localeCompare(a.date, 'en'));
}

/** The date of the newest version, or the only date; empty without one. */
export function findOutputDate({ versions, date }: Output): string {
  return sortVersions(versions)[0]?.date ?? date ?? '';
}

/** Every date of an output. */
export function listOutputDates({ date, versions, history }: Output): string[] {
  return [date ?? [], ...versions.map((one) => one.date), ...history.map((one) => one.date)].flat();
}

/** The day of the last change. */
export function findOutputUpdate(output: Output): string | undefined {
  return findNewest(listOutputDates(output));
}
