import { buildPlace, findKind } from './kind.ts';
import type { Reference } from './reference.ts';

/** Mendeley has the month of a book or a talk as its number. */
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;

/** The details of a work or of its containing work: “2nd ed., Vol. 202, pp. 1–10”. */
export function formatDetails(reference: Reference): string {
  const { edition, version, series, chapter, genre } = reference;
  const kind = findKind(reference);
  const { volume, number } = buildPlace(reference);
  const isNumbered = kind === 'report' || kind === 'patent';
  const name = genre ?? (kind === 'patent' ? 'Patent' : 'Report');
  // Without its series, the number of a book says nothing.
  const hasNumber = !isNumbered && !/^arXiv:/i.test(number ?? '') && (series || kind !== 'book');
  return [
    isNumbered && number && `${name} No. ${number}`,
    edition && formatEdition(edition),
    version && `Version ${version.replace(/^v(?:ersion)?\.?\s*(?=\d)/i, '')}`,
    series,
    volume && `Vol. ${volume}`,
    hasNumber && number && (month.test(number) ? number : `No. ${number}`),
    chapter && (/^\d/.test(chapter) ? `Chap. ${chapter}` : chapter),
    isCounted(reference) ? '' : formatPages(reference),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether the pages of a whole book, thesis or report are no range: then they are their number, which APA does not print. */
function isCounted(reference: Reference): boolean {
  const isWhole = /^(?:book|collection|thesis|report)$/.test(findKind(reference));
  return isWhole && reference.pages !== undefined && !/\d–/.test(reference.pages);
}

/** Puts details between parentheses, such as people and pages: “ (R. Roe, Trans.; pp. 1–10)”. */
export function formatExtent(details: readonly string[]): string {
  const text = details.filter(Boolean).join('; ');
  return text === '' ? '' : ` (${text})`;
}

/** For example “pp. 1–10”, “Article 7”; empty without pages. */
export function formatPages({ pages, articleNumber }: Reference): string {
  // An identifier in their place has no pages.
  if (pages !== undefined && /^[a-z]+:/i.test(pages)) return pages;
  // A count of pages has its word: “9 pp.” and “4 pp. vol.1” by IEEE, “12 p.”, “9 pages”. So has “in press”.
  if (pages !== undefined && /^\d+(?:\s*pp|\s*pages?|\s+p)\b|^[a-z]+ [a-z]+\.?$/i.test(pages))
    return pages;
  if (pages !== undefined) return `${/[–,-]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
  return articleNumber === undefined ? '' : `Article ${articleNumber}`;
}

/** “2” is “2nd ed.”, “Second” is “Second ed.”. */
function formatEdition(edition: string): string {
  const [, digits] = /^(\d+)(?:st|nd|rd|th)?\.?$/i.exec(edition) ?? [];
  const [, name] = /^(\S+) edition$/i.exec(edition) ?? [];
  if (name !== undefined) return `${name} ed.`;
  if (digits === undefined)
    return /\bed(?:ition|n)?\b\.?|\baufl|\p{Script=Han}/iu.test(edition)
      ? edition
      : `${edition} ed.`;
  const endings: Readonly<Record<string, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
  const isTeen = /1\d$/.test(digits);
  return `${digits}${(isTeen ? undefined : endings[digits.slice(-1)]) ?? 'th'} ed.`;
}

/** The place where a talk was given or a poster was shown. */
export function formatEventPlace(reference: Reference): string {
  return (/^(?:talk|poster)$/.test(findKind(reference)) && reference.location) || '';
}

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** The day on which a page without a date was read, which stands before its address; none for other works. */
export function formatAccess({ year, address, accessed }: Reference): string[] {
  const [read = 0, month = 1, day] = accessed ?? [];
  if (year !== '' || address === undefined || day === undefined) return [];
  return [`Retrieved ${longDate.format(Date.UTC(read, month - 1, day))}, from`];
}
