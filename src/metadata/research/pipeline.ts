import { z } from 'astro/zod';
import type { Pipeline } from '../../lib/pipeline.ts';

const text = (description: string) => z.string().min(1).describe(description);

const names = z.array(text('A name of the parties'));

/** The published form of a pipeline. */
export const pipeline: z.ZodType<Pipeline> = z
  .strictObject({
    parties: z.array(text('A name')).describe('Who takes part in it'),
    stages: z.array(
      z.strictObject({
        title: text('Its name'),
        summary: text('What is done in it').exactOptional(),
        items: z.array(
          z.strictObject({
            name: text('What it is'),
            seenBy: names.describe('The parties that it reaches'),
            hiddenFrom: names.describe('The parties that it never reaches'),
            basis: text('Where that is known from').exactOptional(),
            background: z
              .boolean()
              .describe('Whether it holds of such systems in general, and is not said of this one')
              .exactOptional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Pipeline', description: 'Who sees what in a system; of the rest nothing is said' });
