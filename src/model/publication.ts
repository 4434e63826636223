import { formatProse } from '../lib/typography.ts';
import type { PaperStatus } from '../schema/status.ts';
import type { Venue } from '../schema/venue.ts';

/** Where a paper stands, in words; `status` picks the mark before the badge. */
export interface Publication {
  status: PaperStatus;
  badge: string;
  line: string;
}

const badges: Record<PaperStatus, string> = {
  draft: 'Working Draft',
  submitted: 'Submitted',
  accepted: 'Accepted',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

const openings: Record<PaperStatus, string> = {
  draft: 'In progress',
  submitted: 'Submitted to',
  accepted: 'Accepted at',
  published: 'Published in',
  withdrawn: 'Withdrawn from',
};

/** The badge and the line under it, as “Submitted” and “Submitted to SeCrypt 2026 (…)”. */
export function buildPublication(status: PaperStatus, venue: Venue | undefined): Publication {
  const badge = badges[status];
  if (status === 'draft') return { status, badge, line: openings.draft };
  if (venue === undefined) return { status, badge, line: badge };
  const place = formatProse(`${venue.acronym} ${venue.year} (${venue.name})`);
  return { status, badge, line: `${openings[status]} ${place}` };
}
