import { z } from 'astro/zod';
import { linkAddress } from './address.ts';
import { text } from './constraint.ts';

export const link = z
  .strictObject({
    label: text('The text of the link, such as PDF or Code'),
    address: linkAddress('The address of the link'),
  })
  .describe('A link, with a label and an address');

export interface Link extends z.infer<typeof link> {
  /** The size of the file beside the entry that it leads to, in bytes. */
  size?: number;
}
