import { z } from 'astro/zod';
import { isBefore } from '../../lib/date.ts';
import { accent } from '../../schema/accent.ts';
import { analysis } from './analysis.ts';
import { architecture } from './architecture.ts';
import { text, whenReadable } from '../../schema/constraint.ts';
import { date } from '../../schema/date.ts';
import { entryFields } from '../../schema/entry.ts';
import { threadHistory } from '../../schema/history.ts';
import { phase } from './phase.ts';
import { repository } from './repository-field.ts';
import { threadStatus } from '../../schema/status.ts';

const period = {
  started: date('The beginning of the thread'),
  ended: date('The end of the thread, once it has ended').optional(),
};

/** A research thread: `content/threads/<slug>.mdx`. */
export const thread = z
  .strictObject({
    ...entryFields,
    history: threadHistory,
    ...period,
    status: threadStatus,
    accent,
    question: text('The research question'),
    approach: text('The approach to the question, in one paragraph').optional(),
    phases: z.array(phase).default([]).describe('The phases of the methodology, in order'),
    architectures: z
      .array(architecture)
      .default([])
      .describe('The architectures under study, in order'),
    architecturesHeading: text('The heading above the architectures').optional(),
    analyses: z.array(analysis).default([]).describe('The analyses, in order'),
    repository: repository.optional(),
  })
  .refine(({ started, ended }) => ended === undefined || !isBefore(ended, started), {
    when: whenReadable(period),
    path: ['ended'],
    params: {
      rule: 'ended-before-started',
      expected: 'a date not before “started”',
      fix: 'Swap the two dates, or remove “ended” while the thread continues.',
    },
  })
  .superRefine(
    ({ started, history }, { addIssue }) => {
      for (const [index, { date }] of history.entries())
        if (isBefore(date, started))
          addIssue({
            code: 'custom',
            path: ['history', index, 'date'],
            params: {
              rule: 'bad-date',
              expected: 'a date not before “started”',
              fix: 'Correct the date, or write an earlier “started”.',
            },
          });
    },
    { when: whenReadable({ started: period.started, history: threadHistory }) },
  );

export type Thread = z.infer<typeof thread>;
