import { z } from 'astro/zod';
import { text } from '../../schema/constraint.ts';

/** Words in the name of a venue that say its kind; others are those of meetings. */
const signs = {
  'preprint-server': /^(arxiv|biorxiv|medrxiv|chemrxiv|ssrn)\b/i,
  workshop: /\bworkshop\b/i,
  journal:
    /\b(journal|transactions|annals|letters|bulletin|quarterly|magazine)\b|^(jmlr|tmlr|pnas|cell|elife|neuron|neural computation|science( advances| robotics)?|nature( [a-z]+){0,2}|plos [a-z]+|the lancet)$/i,
} as const;

const kindNames = Object.keys(signs) as (keyof typeof signs)[];

/** Reads “NeurIPS 2025” and “Journal of Examples (2025)” as a name, a year and a kind. */
function readVenue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, name = value, year] =
    /^(.*[^\s,])[\s,]+\(?((?:19|20|21)\d\d)\)?$/.exec(value.trim()) ?? [];
  const kind = kindNames.find((one) => signs[one].test(name.trim()));
  return { name, ...(year !== undefined && { year: Number(year) }), ...(kind && { kind }) };
}

/** The kind of the venue of a paper by its name. `isJournal` tells whether it is known to be a journal. */
export function findVenueKind(name: string, isJournal: boolean): Venue['kind'] {
  const kind = kindNames.find((one) => signs[one].test(name));
  return kind === 'preprint-server' || !isJournal ? (kind ?? 'conference') : 'journal';
}

export const venue = z.preprocess(
  readVenue,
  z
    .strictObject({
      acronym: text('Its short name, such as SeCrypt').optional(),
      year: z
        .int()
        .min(1900)
        .max(2200)
        .optional()
        .describe('The year of the meeting or volume, such as 2026; otherwise that of “date”'),
      name: text(
        'Its full name: of the meeting, the journal, the server, the book, the publisher or the university',
      ),
      kind: z
        .enum(['conference', 'workshop', 'journal', 'preprint-server'])
        .default('conference')
        .describe('The kind of venue, for citations'),
    })
    .describe('The venue of the paper: a text such as NeurIPS 2025, or acronym, year and name'),
);

export type Venue = z.infer<typeof venue>;
