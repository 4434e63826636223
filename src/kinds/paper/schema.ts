import { z } from 'astro/zod';
import type { Reference } from '../../bibliography/reference.ts';
import { text, whenReadable } from '../../schema/constraint.ts';
import { date } from '../../schema/date.ts';
import { entryFields } from '../../schema/entry.ts';
import { isMarked, paperHistory, type ChangeKind } from '../../schema/history.ts';
import { link, type Link } from '../../schema/link.ts';
import { paperStatus } from '../../schema/status.ts';
import { author } from './author.ts';
import { venue } from './venue.ts';
import { workTypes, type WorkType } from './work-type.ts';

/** A paper whose status contradicts its history. */
const unmarked = (status: 'withdrawn' | 'retracted', change: ChangeKind) => ({
  when: whenReadable({ status: paperStatus, history: paperHistory }),
  path: ['status'],
  params: {
    rule: 'unmarked-retraction',
    expected: `${status}, because the history of the paper has a ${change}`,
    nearest: status,
    fix: `Write “status: ${status}”, which every page then shows first.`,
  },
});

const type = z.enum(workTypes).default('paper').describe('What it is, for citations');

/** The types of papers about data or software, which are outputs where no venue published them. */
const outputTypes: readonly WorkType[] = ['dataset', 'software'];

/** A paper: `content/papers/<slug>.mdx`. */
export const paper = z
  .strictObject({
    ...entryFields,
    history: paperHistory,
    short: text('The short name of the paper').optional(),
    status: paperStatus,
    venue: venue.optional(),
    date: date('The date on which it first became public').optional(),
    abstract: text('The abstract, in one paragraph').optional(),
    type,
    authors: z
      .array(author)
      .default([])
      .describe('The authors, in order; left out while they are hidden'),
    threads: z
      .array(text('The slug of a thread'))
      .default([])
      .describe('Slugs of the threads that it belongs to; the threads then list it'),
    links: z.array(link).default([]).describe('Links to the PDF, the code and so on'),
  })
  .refine(
    ({ status, history }) => status === 'retracted' || !isMarked(history, 'retracted'),
    unmarked('retracted', 'retraction'),
  )
  .refine(
    ({ status, history }) => status === 'withdrawn' || !isMarked(history, 'withdrawn'),
    unmarked('withdrawn', 'withdrawal'),
  )
  .refine((paper) => paper.venue !== undefined || !outputTypes.includes(paper.type), {
    when: whenReadable({ type, venue: venue.optional() }),
    path: ['type'],
    params: {
      rule: 'wrong-type',
      expected: 'a paper; without a venue, a data set and software are outputs',
      fix: 'Move the file to content/outputs/, without “status”. If an archive or a journal published it, write that as its “venue” instead.',
    },
  });

export interface Paper extends z.infer<typeof paper> {
  links: Link[];
  /** The work of `content/own.bib` that it is. */
  work?: Reference;
}

/** The year of a paper: that of its venue, or of its first publication; empty without one. */
export function findYear({ venue, date }: Paper): string {
  return String(venue?.year ?? date?.slice(0, 4) ?? '');
}
