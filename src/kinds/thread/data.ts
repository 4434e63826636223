import { z } from 'astro/zod';
import { formatUri } from '../../lib/address.ts';
import { mixings } from '../../lib/mixing.ts';
import { address, date, entryFields, step, text } from '../../metadata/research/fields.ts';
import { threadStatus } from '../../schema/status.ts';
import type { ThreadView } from './view.ts';

/** A thread in research.json. */
export const threadData = z
  .strictObject({
    ...entryFields,
    status: z.enum(threadStatus.options).describe('Where it stands'),
    started: date('When it began'),
    ended: date('When it ended').exactOptional(),
    question: text('The research question'),
    approach: text('How it is approached').exactOptional(),
    phases: z.array(step),
    architectures: z.array(
      z.strictObject({
        name: text('Its name'),
        family: text('The family that it belongs to'),
        mixing: z.enum(mixings).describe('The formula by which it mixes tokens'),
      }),
    ),
    analyses: z.array(step),
    repository: address('The code').exactOptional(),
  })
  .meta({ id: 'Thread', description: 'A research thread' });

/** The fields of a thread that other kinds do not have. */
export function buildThreadData(thread: ThreadView) {
  const { status, period, question, approach, phases, architectures, analyses, repository } =
    thread;
  return {
    status,
    started: period.started.iso,
    ...(period.ended && { ended: period.ended.iso }),
    question: question.plain,
    ...(approach && { approach: approach.plain }),
    phases: listSteps(phases),
    architectures: (architectures?.items ?? []).map(({ name, family, mixing }) => {
      return { name: name.title, family: family.title, mixing };
    }),
    analyses: listSteps(analyses),
    ...(repository?.address !== undefined && { repository: formatUri(repository.address) }),
  };
}

function listSteps(section: ThreadView['phases'] | ThreadView['analyses']) {
  return (section?.items ?? []).map(({ title, summary }) => ({ title, summary: summary.plain }));
}
