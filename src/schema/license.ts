import { z } from 'astro/zod';

/** The Creative Commons licences by SPDX identifier. */
export const licenses = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-ND-4.0',
] as const;

export const license = z
  .enum(licenses)
  .describe('The licence of the texts and figures; left out if all rights are reserved');

export type License = z.infer<typeof license>;
