import { z } from 'astro/zod';
import { mixings } from '../../lib/mixing.ts';
import type { GridItem, GridView } from '../../model/grid.ts';

const text = (description: string) => z.string().min(1).describe(description);

/** The published form of a grid. */
export const grid = z
  .strictObject({
    heading: text('The heading above it'),
    items: z.array(
      z.strictObject({
        name: text('Its name'),
        family: text('The family or group that it belongs to').exactOptional(),
        text: text('What it is').exactOptional(),
        plate: z.enum(mixings).describe('The formula by which it mixes tokens').exactOptional(),
        picture: z
          .strictObject({
            address: z
              .string()
              .min(1)
              .meta({ description: 'Where it is', format: 'uri-reference' }),
            description: text('What it shows'),
          })
          .describe('A picture of it')
          .exactOptional(),
      }),
    ),
  })
  .describe('Things side by side');

/** The grid of an entry in research.json. */
export function buildGridData(
  { heading, items }: GridView,
  resolve: (address: string) => string,
): z.infer<typeof grid> {
  return { heading, items: items.map((item) => buildItem(item, resolve)) };
}

function buildItem(
  { name, family, text, mixing, picture }: GridItem,
  resolve: (address: string) => string,
) {
  return {
    name: name.title,
    ...(family && { family: family.title }),
    ...(text && { text: text.title }),
    ...(mixing && { plate: mixing }),
    ...(picture && {
      picture: { address: resolve(picture.light.src), description: picture.alt },
    }),
  };
}
