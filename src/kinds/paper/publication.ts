import { isolate } from '../../lib/isolate.ts';
import type { TextPart } from '../../model/citing-text.ts';
import { markTitle } from '../../model/marked-text.ts';
import { splitPattern } from '../../words/format.ts';
import type { Words } from '../../words/words.ts';
import type { PaperStatus } from '../../schema/status.ts';
import type { Venue } from './venue.ts';
import type { WorkType } from './work-type.ts';

/** Where a paper stands, as its author writes it. */
interface Standing {
  status: PaperStatus;
  venue?: Venue | undefined;
  type?: WorkType;
}

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

/** The badge and the line under it, as “Submitted” and “Submitted to SeCrypt 2026 (…)”. */
export function buildPublication(
  { status, venue, type = 'paper' }: Standing,
  words: Words,
): Publication {
  const { badges, lines, venues, types, typeVenue, chapterVenue } = words.paper;
  const badge = badges[status];
  const isStanding = status !== 'withdrawn' && status !== 'retracted';
  const start = { status, isStanding, badge };
  if (status === 'draft' || status === 'withheld') return { ...start, line: lines[status] };
  const isOfType = status === 'published' && type !== 'paper';
  const name = type === 'paper' || type === 'patent' ? badge : types[type];
  if (venue === undefined) return { ...start, line: isOfType ? name : badge };
  const pattern = !isOfType ? venues[status] : type === 'chapter' ? chapterVenue : typeVenue;
  const { title } = markTitle(formatVenue(venue, words.comma));
  // A name in Arabic would change places with the year after it.
  const shown = markTitle(formatVenue(venue, words.comma, isolate));
  const markup = shown.markup ?? (shown.title === title ? undefined : [shown.title]);
  // A patent is named by its number.
  const [before, after] =
    isOfType && type === 'patent' ? ['', ''] : splitPattern(pattern.replace('{type}', name));
  return {
    ...start,
    line: before + title + after,
    ...(markup && { markup: [before, ...markup, ...(after ? [after] : [])] }),
    venue: title,
  };
}

/** “CONF 2026 (Conference of Examples)”, “Journal of Examples, 2026” or “arXiv”. */
function formatVenue(
  { acronym, year, name }: Venue,
  comma: string,
  set = (words: string) => words,
): string {
  if (acronym === undefined) return [set(name), year].filter(Boolean).join(comma);
  return `${[acronym, year].filter(Boolean).join(' ')} (${set(name)})`;
}
