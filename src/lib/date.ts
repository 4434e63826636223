/** A year, month or day for machines (`2026-04`) and for readers (`Apr 2026`). */
export interface CalendarDate {
  iso: string;
  label: string;
}

/**
 * Formats a date for readers: `2026` → `2026`, `2026-04` → `Apr 2026`, `2026-04-09` → `Apr 9, 2026`.
 * Needs no clock or time zone. `iso` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as the schema ensures.
 */
export function buildDate(iso: string, language: string): CalendarDate {
  const [year = 0, month, day] = iso.split('-').map(Number);
  const format = new Intl.DateTimeFormat(language, {
    ...(day !== undefined && { day: 'numeric' }),
    ...(month !== undefined && { month: 'short' }),
    year: 'numeric',
    // The files have dates of this calendar, and so do the years of works. That of some languages is another.
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return { iso, label: format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1)) };
}

/** Whether a date is before another, as far as both are known: 2026 is not before 2026-04. */
export function isBefore(date: string, other: string): boolean {
  return date.slice(0, other.length) < other.slice(0, date.length);
}

/** Whether of a date only the year is known. */
export function isYear(iso: string): boolean {
  return iso.length === 4;
}

/** Converts a year or a month to its first day. */
export function toDay(iso: string): string {
  return `${iso}-01-01`.slice(0, '2026-01-01'.length);
}

/** Returns the newest date, as a day. A year stays a year, of which no day is known. */
export function findNewest(dates: readonly string[]): string | undefined {
  const newest = dates.toSorted((a, b) => toDay(a).localeCompare(toDay(b), 'en')).at(-1);
  return newest === undefined || isYear(newest) ? newest : toDay(newest);
}
