import { z } from 'astro/zod';
import { address } from './address.ts';
import { affiliations } from './affiliation.ts';
import { orcid } from './orcid.ts';

/** The roles of people whom the Research page lists, in its order. */
export const roles = ['advisor', 'member', 'alumni'] as const;

/** A person other than the author: their page alone, or fields. */
export const person = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? { url: value } : value),
  z.strictObject({
    url: address('The page of the person').optional(),
    orcid: orcid.optional(),
    affiliation: affiliations
      .optional()
      .describe(
        'The affiliation: its name, or { name: …, department: …, url: … }; or a list of them',
      ),
    role: z
      .enum(roles)
      .optional()
      .describe('Lists the person on the Research page, as an advisor or of the group'),
  }),
);

/** People by name: `content/people.yaml`. */
export const people = z.preprocess((value) => value ?? {}, z.record(z.string(), person));

export type PersonFields = z.infer<typeof person>;
export type People = z.infer<typeof people>;
