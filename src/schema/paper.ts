import { z } from 'astro/zod';
import { text, whenReadable } from './constraint.ts';
import { date } from './date.ts';
import { entryFields } from './entry.ts';
import { isMarked, paperHistory, type ChangeKind } from './history.ts';
import { link } from './link.ts';
import { paperStatus } from './status.ts';
import { venue } from './venue.ts';

/** A paper whose status contradicts its history. */
const unmarked = (status: 'withdrawn' | 'retracted', change: ChangeKind) => ({
  when: whenReadable({ status: paperStatus, history: paperHistory }),
  path: ['status'],
  params: {
    rule: 'unmarked-retraction',
    expected: `${status}, because the history of the paper has a ${change}`,
    nearest: status,
    fix: `Set “status: ${status}”, so that every page says so first.`,
  },
});

/** A paper: `content/papers/<slug>.mdx`. */
export const paper = z
  .strictObject({
    ...entryFields,
    history: paperHistory,
    short: text('The short name by which it is called').optional(),
    status: paperStatus,
    venue: venue.optional(),
    date: date('When it was first made public').optional(),
    abstract: text('The abstract, in one paragraph'),
    authors: z
      .array(text('A name, as Ada Lovelace'))
      .default([])
      .describe(
        'The authors’ names, in the printed order; left out while they are not to be shown',
      ),
    threads: z
      .array(text('The slug of a thread'))
      .default([])
      .describe('Slugs of the threads that it belongs to (the threads list it by themselves)'),
    links: z.array(link).default([]).describe('Links to the PDF, the code and so on'),
  })
  .refine(
    ({ status, venue }) => !['submitted', 'accepted', 'published'].includes(status) || venue,
    {
      when: whenReadable({ status: paperStatus }),
      path: ['venue'],
      params: {
        rule: 'missing-field',
        expected: 'venue, because the status tells of one: acronym, year and name',
        fix: 'Add the venue, or set “status: draft”.',
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
