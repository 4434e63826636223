const dayLength = 86_400_000;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const date = /^(\d{4})(?:-(\d\d)|-(\d\d?)-(\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?)?$/;

/**
 * The days from 1970-01-01 to the first day of an ISO date, 2015, 2015-03 or 2015-03-09; undefined for any other text,
 * and for a day that does not exist. Programs also write 2015-3-9, or midnight behind the day.
 */
export function readDate(text: string): number | undefined {
  const [, year, alone, month = alone ?? '1', day = '1'] = date.exec(text) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const days = Date.parse(`${written}T00:00:00Z`) / dayLength;
  return Number.isFinite(days) && writeDate(days) === written ? days : undefined;
}

/** An ISO date: 2015-03-09. */
export function writeDate(days: number): string {
  return new Date(days * dayLength).toISOString().slice(0, 10);
}

/** Dates along an axis, and how they are printed. */
interface DateTicks {
  ticks: number[];
  format: (days: number) => string;
}

/** A distance between ticks: its days, the room of the words of a tick, and the dates that are as far apart. */
interface Step {
  days: number;
  room: number;
  list: (from: number, to: number) => number[];
  format: (days: number, language: string) => string;
}

const steps: readonly Step[] = [
  ...[1, 2, 3, 7, 14].map((days): Step => ({
    days,
    room: 92,
    list: (from, to) =>
      Array.from(
        { length: Math.floor(to / days) - Math.ceil(from / days) + 1 },
        (_, n) => (Math.ceil(from / days) + n) * days,
      ),
    format: (day, language) => formatDate(day, language, true),
  })),
  ...[1, 3, 6].map((months): Step => ({
    days: 30.4 * months,
    room: 74,
    list: (from, to) => listMonths(from, to, months),
    format: (day, language) => formatDate(day, language, false),
  })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years): Step => ({
    days: 365 * years,
    room: 44,
    list: (from, to) => listMonths(from, to, 12 * years),
    format: (day) => String(readYear(day)),
  })),
];

/**
 * Ticks at the beginning of years, of months, or of days: as many as find room in an axis, and two at least.
 *
 * @param domain its ends, days since 1970-01-01
 * @param room its length, units of the panel
 */
export function listDateTicks(
  [from, to]: readonly [number, number],
  room: number,
  language: string,
): DateTicks {
  const say = (step: Step | undefined) => (days: number) =>
    step === undefined ? String(days) : step.format(days, language);
  const place = steps.findIndex((step) => ((to - from) / step.days) * step.room <= room);
  const coarse = steps.at(place);
  const fine = steps[place - 1];
  // The words of the last tick end within the panel, which has 12 units beside the axis.
  const list = ({ room: words, list }: Step) =>
    list(from, to - ((to - from) * (words / 2 - 16)) / room);
  const ticks = coarse === undefined ? [] : list(coarse);
  if (coarse === undefined || (ticks.length < 2 && fine !== undefined)) {
    const all = fine === undefined ? [] : list(fine);
    return { ticks: all.filter((_, n) => n % 2 === 0), format: say(fine) };
  }
  return { ticks, format: say(coarse) };
}

/** The first days of months from one day to another, every few months. */
function listMonths(from: number, to: number, step: number): number[] {
  const start = Math.floor((readYear(from) * 12) / step);
  const end = Math.ceil(((readYear(to) + 1) * 12) / step);
  return Array.from({ length: end - start + 1 }, (_, n) => {
    const month = (start + n) * step;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return Date.parse(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00Z`) / dayLength;
  }).filter((days) => days >= from && days <= to);
}

function readYear(days: number): number {
  return new Date(days * dayLength).getUTCFullYear();
}

/** A month with its year, “Mar 2015”, or a day of it, “9 Mar 2015”, with the digits of the other numbers. */
function formatDate(days: number, language: string, hasDay: boolean): string {
  const date = new Date(days * dayLength);
  if (language === 'en') {
    const month = `${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
    return hasDay ? `${date.getUTCDate()} ${month}` : month;
  }
  return new Intl.DateTimeFormat(language, {
    ...(hasDay && { day: 'numeric' }),
    ...{ month: 'short', year: 'numeric', timeZone: 'UTC', numberingSystem: 'latn' },
  }).format(date);
}
