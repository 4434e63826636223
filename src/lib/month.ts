/**
 * A month for readers: `2026-04` → `Apr 2026`. The form is fixed and needs no clock or time zone.
 * `value` is `YYYY-MM`, as the schema asserts.
 */
export function formatMonth(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${value}-01T00:00:00Z`));
}
