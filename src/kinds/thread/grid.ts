import { z } from 'astro/zod';
import { mixings } from '../../lib/mixing.ts';
import { text } from '../../schema/constraint.ts';
import { markTitle, type MarkedText } from '../../model/marked-text.ts';
import type { Architecture } from './architecture.ts';

const item = z
  .strictObject({
    name: text('The name of the item'),
    family: text('The family or group that it belongs to').optional(),
    text: text('The item, in a sentence or two').optional(),
    plate: z
      .enum(mixings)
      .optional()
      .describe('The formula by which it mixes tokens, from which a plate is computed'),
  })
  .describe('One item of the grid, with a name');

/** Things side by side, such as sources, species or methods. */
export const grid = z
  .strictObject({
    heading: text('The heading above the grid'),
    items: z.array(item).min(1).describe('The items, in order'),
  })
  .describe('Things side by side, such as sources, species or methods: a heading and items');

type Grid = z.infer<typeof grid>;

/** An item as pages show it. */
export interface GridItem {
  name: MarkedText;
  family?: MarkedText;
  text?: MarkedText;
  mixing?: Architecture['mixing'];
}

/** An architecture as an item of a grid. */
export interface ArchitectureView extends GridItem {
  family: MarkedText;
  mixing: Architecture['mixing'];
}

export function buildArchitecture({ name, family, mixing }: Architecture): ArchitectureView {
  return { name: markTitle(name), family: markTitle(family), mixing };
}

export function buildGridItem({ name, family, text, plate }: Grid['items'][number]): GridItem {
  return {
    name: markTitle(name),
    ...(family !== undefined && { family: markTitle(family) }),
    ...(text !== undefined && { text: markTitle(text) }),
    ...(plate !== undefined && { mixing: plate }),
  };
}
