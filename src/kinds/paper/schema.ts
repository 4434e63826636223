import { z } from 'astro/zod';
import { text, whenReadable } from '../../schema/constraint.ts';
import { date } from '../../schema/date.ts';
import { entryFields } from '../../schema/entry.ts';
import { isMarked, paperHistory, type ChangeKind } from '../../schema/history.ts';
import { link } from '../../schema/link.ts';
import { paperStatus } from '../../schema/status.ts';
import { venue } from './venue.ts';

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

/** A paper: `content/papers/<slug>.mdx`. */
export const paper = z
  .strictObject({
    ...entryFields,
    history: paperHistory,
    short: text('The short name of the paper').optional(),
    status: paperStatus,
    venue: venue.optional(),
    date: date('The date on which it first became public').optional(),
    abstract: text('The abstract, in one paragraph'),
    authors: z
      .array(text('A name, such as Ada Lovelace'))
      .default([])
      .describe('The names of the authors, in order; left out while they are hidden'),
    threads: z
      .array(text('The slug of a thread'))
      .default([])
      .describe('Slugs of the threads that it belongs to; the threads then list it'),
    links: z.array(link).default([]).describe('Links to the PDF, the code and so on'),
  })
  .refine(
    ({ status, venue }) => !['submitted', 'accepted', 'published'].includes(status) || venue,
    {
      when: whenReadable({ status: paperStatus }),
      path: ['venue'],
      params: {
        rule: 'missing-field',
        expected: 'venue (acronym, year and name), because this status requires one',
        fix: 'Add the venue, or write “status: draft”.',
      },
    },
  )
  .refine(
    ({ status, history }) => status === 'retracted' || !isMarked(history, 'retracted'),
    unmarked('retracted', 'retraction'),
  )
  .refine(
    ({ status, history }) => status === 'withdrawn' || !isMarked(history, 'withdrawn'),
    unmarked('withdrawn', 'withdrawal'),
  );

export type Paper = z.infer<typeof paper>;
