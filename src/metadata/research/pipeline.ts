import { z } from 'astro/zod';
import type { Pipeline } from '../../lib/pipeline.ts';

const text = (description: string) => z.string().min(1).describe(description);

const names = z.array(text('A name of the parties'));

/** The published form of a pipeline. */
export const pipeline: z.ZodType<Pipeline> = z
  .strictObject({
    parties: z.array(text('A name')).describe('Who takes part in it'),
    backgroundParties: names
      .describe('Those that such systems have in general, and that nothing else names')
      .exactOptional(),
    variants: z
      .strictObject({
        label: text('The difference between them'),
        options: z.array(text('A name')).describe('Their names, the initial one first'),
      })
      .describe('The forms that it can have')
      .exactOptional(),
    stages: z.array(
      z.strictObject({
        title: text('Its name'),
        summary: text('What is done in it').exactOptional(),
        items: z.array(
          z.strictObject({
            name: text('What it is'),
            variant: text('The only form in which there is this item').exactOptional(),
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
