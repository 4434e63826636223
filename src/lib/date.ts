/** A month or day for machines (`2026-04`) and for readers (`Apr 2026`). */
export interface CalendarDate {
  iso: string;
  label: string;
}

/**
 * Formats a date for readers: `2026-04` → `Apr 2026`, `2026-04-09` → `Apr 9, 2026`. Needs no clock
 * or time zone. `iso` is `YYYY-MM` or `YYYY-MM-DD`, as the schema ensures.
 */
export function buildDate(iso: string, language: string): CalendarDate {
  const [year = 0, month = 1, day] = iso.split('-').map(Number);
  const format = new Intl.DateTimeFormat(language, {
    ...(day !== undefined && { day: 'numeric' }),
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return { iso, label: format.format(Date.UTC(year, month - 1, day ?? 1)) };
}

/** Converts a month to its first day. */
export function toDay(iso: string): string {
  return iso.length === 7 ? `${iso}-01` : iso;
}

/** Returns the newest date, as a day. */
export function findNewest(dates: readonly string[]): string | undefined {
  return dates.map(toDay).toSorted().at(-1);
}
