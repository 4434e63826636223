const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Years of which biblatex leaves the last digits open: `199X`, `19XX`, and before its standard `199u`. */
const open = /^(\d{2})(?:(\d)[Xu]|XX|uu)$/;

/** A year, or a date that begins with it, perhaps approximate: `2020`, `-0300`, `2020-05-03`, `1850~`. */
const end = /^(-?\d{4})(?:-\d\d){0,2}([?~%]?)$/;

/**
 * The year of a work as printed: that of the value, if it has just one, else the value itself: “2020”, “1999–2000”,
 * “300 B.C.E.”, “in press”. A date of biblatex begins with its year, and may be a range that is open at one end.
 */
export function readYear(year: string, date: string): string {
  // The month and the day of `2004-XX-XX` are open.
  const value = (year || date).replace(/^(\d{4})(?:-\d\d)?(?:-XX){1,2}$/, '$1');
  const [, century, decade = ''] = open.exec(value) ?? [];
  if (century !== undefined)
    return formatRange((century + decade).padEnd(4, '0'), (century + decade).padEnd(4, '9'));
  if (/^(?:-\d{1,4}|\d{1,4})$/.test(value)) return formatYear(value);
  const [, approximate] = /^(\d{4})[?~%]$/.exec(value) ?? [];
  if (approximate) return `c. ${formatYear(approximate)}`;
  const ends = value.split('/').map((one) => end.exec(one)?.[1] ?? one.replace(/^\.\.$/, ''));
  const [from = '', to = ''] = ends;
  const areYears = ends.every((one) => /^(?:-?\d{4})?$/.test(one));
  if (year === '' && ends.length === 2 && areYears && value !== '/') return formatRange(from, to);
  if (year === '' && end.test(value)) return formatYear(from);
  const years = value.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const isDate =
    /^\d{4}-(?:0?[1-9]|1[0-2])(?!\d)|^\d{4}\/\d\d?\/|^\d\d?[-/.]\d|^\d{4}-?\/$/.test(value) ||
    (year === '' && /\p{L}{3}|^\d{4}-\d\d/u.test(value));
  if (years.length === 1 && isDate) return years.at(0) ?? value;
  return value.replace(/^(\d{4})\s*-\s*(\d{4}|\d\d)$/, '$1–$2');
}

/** `0800` is “800”, `-0300` is “300 B.C.E.”. */
function formatYear(year: string): string {
  const number = Number(year);
  return number < 0 ? `${-number} B.C.E.` : String(number);
}

function formatRange(from: string, to: string): string {
  const [first, last] = [from, to].filter(Boolean).map(formatYear);
  if (first === undefined || last === undefined || first === last) return first ?? '';
  return `${Number(to) < 0 ? first.replace(' B.C.E.', '') : first}–${last}`;
}

/** Whether a value holds a year, or words in its place. */
export function isYear(value: string): boolean {
  if (open.test(value)) return true;
  return /(?<!\d)\d{4}(?!\d)|^-\d{1,4}$|^\D*$|(?:^|\s)\p{L}/u.test(value) && !/\d{5}/.test(value);
}

/** The date as numbers, as far as it is known: `[2020, 5, 3]`. Empty if the year is no single one. */
export function readDateParts(fields: {
  year: string;
  date: string;
  month: string;
  day: string;
}): number[] {
  const [, iso, isoMonth, isoDay] =
    /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?:T.*)?$/.exec(fields.date) ?? [];
  if (iso !== undefined) return listParts(Number(iso), Number(isoMonth ?? 0), Number(isoDay ?? 0));
  if (!/^\d{4}$/.test(fields.year)) return [];
  const word = /\p{L}{3,}/u.exec(fields.month)?.[0].slice(0, 3).toLowerCase() ?? '';
  const numbers = fields.month.match(/\d+/g) ?? [];
  const isNamed = months.includes(word);
  const month = isNamed ? months.indexOf(word) + 1 : Number(numbers[0] ?? 0);
  const day = Number(fields.day || (isNamed ? (numbers.length === 1 ? numbers[0] : 0) : 0));
  return listParts(Number(fields.year), month, day);
}

/** The words before the day on which an author read a page, in a note. */
const reading = /(?<!-)\b(?:accessed|retrieved|visited|viewed)\b.*/is;

/**
 * The day on which an author read a page as numbers, from its own field or else from a note: `2024-01-02`, `2 January
 * 2024`, “Accessed: January 2, 2024”. Empty if no one day is there.
 */
export function readAccess(field: string, note: string): number[] {
  const value = field || (reading.exec(note)?.[0] ?? '');
  const [, year, month, day] = /(?<!\d)(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)/.exec(value) ?? [];
  if (year !== undefined) return listParts(Number(year), Number(month), Number(day));
  const [, first, before, word = before, second = first, last] =
    /(?:(?<!\d)(\d\d?)(?:st|nd|rd|th)?\.?[\s-]+(\p{L}{3,})|(\p{L}{3,})\.?\s+(\d\d?)(?:st|nd|rd|th)?)[.,]?[\s-]+(\d{4})(?!\d)/iu.exec(
      value,
    ) ?? [];
  const named = months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
  return named > 0 ? listParts(Number(last), named, Number(second)) : [];
}

function listParts(year: number, month: number, day: number): number[] {
  if (!(month >= 1 && month <= 12)) return [year];
  return day >= 1 && day <= 31 ? [year, month, day] : [year, month];
}
