import { z } from 'astro/zod';
import { mixings } from '../lib/mixing.ts';
import { text } from './constraint.ts';
import { altText, pictureAddress } from './picture.ts';

const fields = {
  name: text('The name of the item'),
  family: text('The family or group that it belongs to').optional(),
  text: text('The item, in a sentence or two').optional(),
  plate: z
    .enum(mixings)
    .optional()
    .describe('The formula by which it mixes tokens, from which a plate is computed'),
  picture: pictureAddress('A picture beside the entry, such as ./seal.svg').optional(),
  dark: pictureAddress('The same picture for the dark theme').optional(),
  alt: altText('picture').optional(),
};

const item = z
  .strictObject(fields)
  .superRefine(
    ({ plate, picture, dark, alt }, { addIssue }) => {
      const report = (field: string, params: object) =>
        addIssue({ code: 'custom', path: [field], params: { ...params } });
      if (picture !== undefined && alt === undefined)
        report('picture', {
          rule: 'missing-alt-text',
          expected: 'a picture and a description, for those who cannot see it',
          fix: 'Add a line “alt: …” below it: say in a few words what the picture shows.',
        });
      if (picture !== undefined && plate !== undefined)
        report('plate', {
          rule: 'wrong-type',
          expected: 'a plate or a picture in an item; this one has both',
          fix: 'Remove one of the two.',
        });
      for (const [field, value] of Object.entries({ dark, alt }))
        if (picture === undefined && value !== undefined)
          report(field, {
            rule: 'missing-image',
            expected: `“${field}” only beside a picture; this item has none`,
            fix: `Add a line “picture: ./name.svg”, or remove “${field}”.`,
          });
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .describe('One item of the grid, with a name');

/** Things side by side, such as sources, species or methods. */
export const grid = z
  .strictObject({
    heading: text('The heading above the grid'),
    items: z.array(item).min(1).describe('The items, in order'),
  })
  .describe('Things side by side, such as sources, species or methods: a heading and items');

export type Grid = z.infer<typeof grid>;
