import { measureLongest } from './letters.ts';

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

/** A distance between ticks: its days, the dates that are as far apart, and how they are printed. */
interface Step {
  days: number;
  list: (from: number, to: number) => number[];
  format: (days: number, language: string) => string;
}

const steps: readonly Step[] = [
  ...[1, 2, 3, 7, 14].map((days): Step => ({
    days,
    list: (from, to) =>
      Array.from(
        { length: Math.floor(to / days) - Math.ceil(from / days) + 1 },
        (_, n) => (Math.ceil(from / days) + n) * days,
      ),
    format: formatDay,
  })),
  ...[1, 3, 6].map((months): Step => ({
    days: 30.4 * months,
    list: (from, to) => listMonths(from, to, months),
    format: formatMonth,
  })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years): Step => ({
    days: 365 * years,
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
  const measure = measureRoom(readYear(to), language);
  const unit = room / (to - from);
  const list = (step: Step) => {
    const half = measure(step) / 2;
    return step.list(from + Math.max(0, half - beforeAxis) / unit, to - (half - afterAxis) / unit);
  };
  const place = steps.findIndex((step) => (to - from) / step.days <= room / measure(step));
  const [own, ...finer] = steps.slice(0, place < 0 ? steps.length : place + 1).toReversed();
  const say = (ticks: number[], step = own): DateTicks => ({
    ticks,
    format: (days) => step?.format(days, language) ?? '',
  });
  const ticks = own === undefined ? [] : list(own);
  if (ticks.length >= 2) return say(ticks);
  // Else two of a finer step, as far apart as they can be.
  for (const step of finer) {
    const [first = NaN, last = NaN] = [list(step)[0], list(step).at(-1)];
    if ((last - first) * unit >= measure(step)) return say([first, last], step);
  }
  return say(ticks);
}

/** The room of the words of a tick before an axis, where its numbers are, and after it. */
const beforeAxis = 48;
const afterAxis = 16;

/** Between the words of two ticks. */
const air = 14;

/** The room of a tick: the longest words that a date of a year has, and the air beside them. */
function measureRoom(year: number, language: string): (step: Step) => number {
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 28) / dayLength);
  const rooms = new Map<Step['format'], number>();
  return ({ format }) => {
    const room =
      rooms.get(format) ?? air + measureLongest(days.map((day) => format(day, language)));
    rooms.set(format, room);
    return room;
  };
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

function formatDay(days: number, language: string): string {
  return formatDate(days, language, true);
}

function formatMonth(days: number, language: string): string {
  return formatDate(days, language, false);
}

/** The most letters of a date. */
const longestDate = 13;

/** A month with its year, “Mar 2015”, or a day of it, “9 Mar 2015”, with the digits of the other numbers. */
export function formatDate(days: number, language: string, hasDay: boolean): string {
  const date = new Date(days * dayLength);
  if (language === 'en') {
    const month = `${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
    return hasDay ? `${date.getUTCDate()} ${month}` : month;
  }
  const write = (month: 'short' | 'numeric') =>
    new Intl.DateTimeFormat(language, {
      ...(hasDay && { day: 'numeric' }),
      ...{ month, year: 'numeric', timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' },
    }).format(date);
  const words = write('short');
  // “9 de mar. de 2015” would leave no room for a second date.
  return words.length > longestDate ? write('numeric') : words;
}
