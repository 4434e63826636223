import type { TextPart } from '../../model/citing-text.ts';
import { markTitle } from '../../model/marked-text.ts';
import type { PaperStatus } from '../../schema/status.ts';
import type { Venue } from './venue.ts';
import type { WorkType } from './work-type.ts';

/** The status of a paper in words; `status` picks the mark before the badge. */
export interface Publication {
  status: PaperStatus;
  /** False if the paper was withdrawn or retracted. */
  isStanding: boolean;
  badge: string;
  line: string;
  /** The line with its marks, for pages; absent if it has none. */
  markup?: TextPart[];
  /** Absent for a draft. */
  venue?: string;
}

const badges: Record<PaperStatus, string> = {
  draft: 'Working Draft',
  preprint: 'Preprint',
  submitted: 'Submitted',
  accepted: 'Accepted',
  published: 'Published',
  withdrawn: 'Withdrawn',
  retracted: 'Retracted',
  withheld: 'Status Withheld',
};

const openings: Record<PaperStatus, string> = {
  draft: 'In progress',
  preprint: 'Preprint at',
  submitted: 'Submitted to',
  accepted: 'Accepted at',
  published: 'Published in',
  withdrawn: 'Withdrawn from',
  retracted: 'Retracted by',
  withheld: 'Where it stands is not told',
};

/** The words before the venue of a published work that is no paper. That of a patent is its number. */
const typeOpenings: Partial<Record<WorkType, string>> = {
  book: 'Book, ',
  chapter: 'Chapter in ',
  thesis: 'Thesis, ',
  'masters-thesis': 'Master’s thesis, ',
  'phd-thesis': 'Doctoral thesis, ',
  report: 'Report, ',
  dataset: 'Data set, ',
  software: 'Software, ',
  patent: '',
};

/** The badge and the line under it, as “Submitted” and “Submitted to SeCrypt 2026 (…)”. */
export function buildPublication(
  status: PaperStatus,
  venue: Venue | undefined,
  type: WorkType = 'paper',
): Publication {
  const badge = badges[status];
  const isStanding = status !== 'withdrawn' && status !== 'retracted';
  const start = { status, isStanding, badge };
  if (status === 'draft' || status === 'withheld') return { ...start, line: openings[status] };
  const ofType = status === 'published' ? typeOpenings[type] : undefined;
  if (venue === undefined) return { ...start, line: ofType?.replace(/,? (?:in )?$/, '') || badge };
  const opening = ofType ?? `${openings[status]} `;
  const { title, markup } = markTitle(formatVenue(venue));
  return {
    ...start,
    line: opening + title,
    ...(markup && { markup: [opening, ...markup] }),
    venue: title,
  };
}

/** “CONF 2026 (Conference of Examples)”, “Journal of Examples, 2026” or “arXiv”. */
function formatVenue({ acronym, year, name }: Venue): string {
  if (acronym === undefined) return [isolate(name), year].filter(Boolean).join(', ');
  return `${[acronym, year].filter(Boolean).join(' ')} (${isolate(name)})`;
}

/** A name in Arabic or Hebrew between marks of Unicode: it would change places with the year after it. */
function isolate(name: string): string {
  return /[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name;
}
