import { z } from 'astro/zod';
import { mixings } from '../../lib/mixing.ts';
import { markTitle, type MarkedText } from '../../model/marked-text.ts';
import type { GridItem } from '../../model/grid.ts';
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

/** An architecture as an item of a grid. */
export interface ArchitectureView extends GridItem {
  family: MarkedText;
  mixing: Architecture['mixing'];
}

export function buildArchitecture({ name, family, mixing }: Architecture): ArchitectureView {
  return { name: markTitle(name), family: markTitle(family), mixing };
}
