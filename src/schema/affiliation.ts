import { z } from 'astro/zod';
import { address } from './address.ts';
import { text } from './constraint.ts';

/** A name, or its fields. */
const organization = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? { name: value } : value),
  z.strictObject({
    name: text('The university, the institute or the company'),
    department: text('The department, the group or the laboratory').optional(),
    url: address('Its address').optional(),
  }),
);

/** A list, or its only item. */
export const affiliations = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(organization).min(1),
);

export type Affiliation = z.infer<typeof organization>;
