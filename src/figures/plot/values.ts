import type { Report } from '../shared/csv-line.ts';
import { guessNumber, isAmbiguous, parseNumber } from '../shared/written-number.ts';
import { readDate } from './dates.ts';

/** How numbers are written in a file: with a point or a comma before their decimals, or some with one and some with the other. */
export type DecimalSign = '.' | ',' | 'mixed';

/** Why a cell cannot be read. */
export type Advice = Omit<Report, 'found'>;

const withComma = /^[-+]?\d*,\d+$/;
const withPoint = /^[-+]?\d*\.\d+$/;
/** As 1.234,5 as well. */
const withCommaLast = /^[-+]?[\d.,]*,\d+$/;
/** The point can stand between thousands. */
const withUnclearPoint = /(?:^|[^\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/;

/**
 * The sign of a file’s decimals. It is a comma only where nothing else can be meant: another sign parts the cells, no
 * number has a point, and one of those with a comma cannot have it between thousands.
 */
export function findDecimalSign(numbers: readonly string[], delimiter: string): DecimalSign {
  if (numbers.some((text) => withPoint.test(text)))
    return numbers.some((text) => withCommaLast.test(text)) ? 'mixed' : '.';
  const isClear = numbers.some((text) => withComma.test(text) && !isAmbiguous(text));
  return isClear && delimiter !== ',' ? ',' : '.';
}

/** Whether a cell says that there is no value: as spreadsheets, R and Python write it. */
export function isMissing(text: string): boolean {
  return /^(|na|n\/a|nan|null)$/i.test(text);
}

/** A number, or why a text is none. */
export function readNumber(text: string, sign: DecimalSign): number | Advice {
  const written = text.replace('−', '-');
  const value = parseNumber(sign === ',' ? written.replace(',', '.') : written);
  // Where other numbers have commas, 1.234 can be 1234.
  const isUnclear = sign !== '.' && withUnclearPoint.test(written);
  if (value !== undefined && !isUnclear) return value;
  const [own, word] = sign === ',' ? [',', 'comma'] : ['.', 'point'];
  const guess = isUnclear ? undefined : guessNumber(written);
  const unclear = isUnclear ? 'point' : isAmbiguous(written) ? 'comma' : undefined;
  return {
    expected: `a number, as 12${own}5${unclear === undefined ? '' : `; a ${unclear} before three digits can be one of decimals or of thousands`}`,
    ...(guess !== undefined && { nearest: String(guess).replace('.', own) }),
    fix: `Write the number alone: no unit, no sign between thousands, and a ${word} before its decimals.`,
  };
}

const dateFix =
  'Write the year, the month and the day with hyphens, and no time, as 2015-03 or 2015-03-09.';

/** A date as days, or why a text is none. */
export function readDay(text: string): number | Advice {
  return (
    readDate(text) ?? {
      expected: 'a date that exists, as 2015-03 or 2015-03-09, like the others of this column',
      fix: dateFix,
    }
  );
}

/** Why dates cannot be read, of which the day and the month can be either, or which have a time. */
export const unreadDate: Advice = { expected: 'a date, as 2015-03-09', fix: dateFix };

/** Whether a text is a date to a reader: 01/03/2015, 9.3.2015, 2015/03/09 or 2015-03-09 14:30. */
export function isDateLike(text: string): boolean {
  return /^(?:\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2\d{4}|\d\d?\/\d\d?\/\d\d)\b/.test(text);
}

export function isAdvice(value: unknown): value is Advice {
  return typeof value === 'object' && value !== null;
}
