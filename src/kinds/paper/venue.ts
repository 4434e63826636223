import { z } from 'astro/zod';
import { readVenueKind, venueKinds } from '../../lib/venue-kind.ts';
import { text } from '../../schema/constraint.ts';

/** Completes a venue by the kind that its name says, and reads “Journal of Examples (2025)” as its parts. */
function readVenue(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'name' in value && !('kind' in value)) {
    const { name } = value;
    return typeof name === 'string' ? { ...value, kind: readVenueKind(name.trim()) } : value;
  }
  if (typeof value !== 'string') return value;
  const [, name = value, year] =
    /^(.*[^\s,])[\s,]+\(?((?:19|20|21)\d\d)\)?$/.exec(value.trim()) ?? [];
  return {
    name,
    ...(year !== undefined && { year: Number(year) }),
    kind: readVenueKind(name.trim()),
  };
}

/** The kind of the venue of a paper by its name. `isJournal` tells whether it is known to be a journal. */
export function findVenueKind(name: string, isJournal: boolean): Venue['kind'] {
  const kind = readVenueKind(name);
  return kind === 'preprint-server' || !isJournal ? kind : 'journal';
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
        .enum(venueKinds)
        .default('conference')
        .describe('The kind of venue, for citations; by default, the one that the name says'),
    })
    .describe('The venue of the paper: a text such as NeurIPS 2025, or acronym, year and name'),
);

export type Venue = z.infer<typeof venue>;
