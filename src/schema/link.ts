import { z } from 'astro/zod';
import { address } from './address.ts';
import { text } from './constraint.ts';

export const link = z
  .strictObject({
    label: text('The text of the link, such as PDF or Code'),
    address: address('The address of the link'),
  })
  .describe('A link, with a label and an address');

export type Link = z.infer<typeof link>;
