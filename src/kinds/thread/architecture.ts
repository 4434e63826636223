import { z } from 'astro/zod';
import { mixings } from '../../lib/mixing.ts';
import { text } from '../../schema/constraint.ts';

export const architecture = z
  .strictObject({
    name: text('The name of the architecture'),
    family: text('The family that it belongs to'),
    mixing: z
      .enum(mixings)
      .describe('The formula by which it mixes tokens, from which its plate is computed'),
  })
  .describe('One architecture under study, with a name, a family and a mixing');

export type Architecture = z.infer<typeof architecture>;
