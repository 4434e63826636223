import { findKind } from '../../bibliography/kind.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import type { Reference } from '../../bibliography/reference.ts';
import { parseTex } from '../../bibliography/tex.ts';
import { paperStatus, type PaperStatus } from '../../schema/status.ts';
import { findVenueKind } from './venue.ts';

/** The words of biblatex for the state of a publication that `status` lacks. */
const states: Readonly<Record<string, PaperStatus>> = {
  inpreparation: 'draft',
  inpress: 'accepted',
  prepublished: 'preprint',
};

/** Words that tell where a work stands, at the beginning of a note, or in place of its venue or year. */
const signs: readonly [RegExp, PaperStatus][] = [
  [/^(?:in preparation|work in progress|working draft)\b/i, 'draft'],
  [/^(?:submitted|under (?:review|submission)|in review)\b/i, 'submitted'],
  [/^(?:to appear|in press|forthcoming|accepted)\b/i, 'accepted'],
];

/** The venue after such words. */
const placeAfter =
  /^(?:submitted to|under (?:review|submission) (?:at|for|in|with)|in review at|to appear (?:at|in)|accepted (?:at|by|for|in|to)|in press (?:at|in))\s+(?:the\s+)?(.+?)\.?$/i;

/** Where a work stands, and the venue that its words about this name. */
export function readStanding(
  work: Reference,
  { fields }: BibEntry,
): { status: PaperStatus; place?: string } {
  const read = (name: string) => parseTex(fields.get(name) ?? '').text;
  const state = read('pubstate');
  const stated = states[state.toLowerCase()] ?? paperStatus.safeParse(state).data;
  const texts = [read('note'), work.howpublished ?? '', work.venue ?? '', read('year')];
  // A note can be older than the volume in which the work has appeared since.
  const isOut = (work.volume ?? work.pages ?? work.doi) !== undefined;
  const sign = signs.find(([words]) => texts.some((text) => words.test(text)));
  const found = isOut ? undefined : sign?.[1];
  const place = texts.map((text) => placeAfter.exec(text)?.[1]).find((one) => one !== undefined);
  return { status: stated ?? found ?? findUsual(work), ...(place !== undefined && { place }) };
}

/** Where a work stands that says nothing about it. */
function findUsual(work: Reference): PaperStatus {
  const kind = findKind(work);
  const name = work.venue ?? work.publisher ?? work.howpublished ?? '';
  if (kind === 'preprint' || findVenueKind(name, false) === 'preprint-server') return 'preprint';
  if (kind === 'manuscript') return work.address === undefined ? 'draft' : 'preprint';
  return 'published';
}
