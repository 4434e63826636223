import { formatProse } from '../../lib/typography.ts';
import type { PaperStatus } from '../../schema/status.ts';
import type { Venue } from './venue.ts';

/** Where a paper stands, in words; `status` picks the mark before the badge. */
export interface Publication {
  status: PaperStatus;
  /** Whether the paper still says what it said; one that was withdrawn or retracted does not. */
  isStanding: boolean;
  badge: string;
  line: string;
  /** Where it was sent or appeared; a draft is nowhere yet. */
  venue?: string;
}

const badges: Record<PaperStatus, string> = {
  draft: 'Working Draft',
  submitted: 'Submitted',
  accepted: 'Accepted',
  published: 'Published',
  withdrawn: 'Withdrawn',
  retracted: 'Retracted',
  withheld: 'Status Withheld',
};

const openings: Record<PaperStatus, string> = {
  draft: 'In progress',
  submitted: 'Submitted to',
  accepted: 'Accepted at',
  published: 'Published in',
  withdrawn: 'Withdrawn from',
  retracted: 'Retracted by',
  withheld: 'Where it stands is not told',
};

/** The badge and the line under it, as “Submitted” and “Submitted to SeCrypt 2026 (…)”. */
export function buildPublication(status: PaperStatus, venue: Venue | undefined): Publication {
  const badge = badges[status];
  const isStanding = status !== 'withdrawn' && status !== 'retracted';
  const start = { status, isStanding, badge };
  if (status === 'draft' || status === 'withheld') return { ...start, line: openings[status] };
  if (venue === undefined) return { ...start, line: badge };
  const place = formatProse(`${venue.acronym} ${venue.year} (${venue.name})`);
  return { ...start, line: `${openings[status]} ${place}`, venue: place };
}
