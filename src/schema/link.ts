import { z } from 'astro/zod';
import { address } from './address.ts';
import { text } from './constraint.ts';

export const link = z
  .strictObject({
    label: text('What the link is called, as PDF or Code'),
    address: address('Where it leads'),
  })
  .describe('A link, with a label and an address');

export type Link = z.infer<typeof link>;
