import type { Report } from '../shared/csv-line.ts';
import { guessNumber, isAmbiguous, parseNumber } from '../shared/written-number.ts';
import { readDate } from './dates.ts';

/** How numbers are written in a file: with a point or with a comma before their decimals. */
export type DecimalSign = '.' | ',';

/** Why a cell cannot be read. */
export type Advice = Omit<Report, 'found'>;

const withComma = /^[-+]?\d*,\d+$/;
const withPoint = /^[-+]?\d*\.\d+$/;

/**
 * The sign of a file’s decimals. It is a comma only where nothing else can be meant: another sign parts the cells, no
 * number has a point, and one of those with a comma cannot have it between thousands.
 */
export function findDecimalSign(numbers: readonly string[], delimiter: string): DecimalSign {
  if (delimiter === ',') return '.';
  const commas = numbers.filter((text) => withComma.test(text));
  const isClear = commas.some((text) => !isAmbiguous(text));
  return isClear && !numbers.some((text) => withPoint.test(text)) ? ',' : '.';
}

/** Whether a cell says that there is no value: as spreadsheets, R and Python write it. */
export function isMissing(text: string): boolean {
  return /^(|na|n\/a|nan|null)$/i.test(text);
}

/** A number, or why a text is none. */
export function readNumber(text: string, sign: DecimalSign): number | Advice {
  const written = text.replace('−', '-');
  const value = parseNumber(sign === ',' ? written.replace(',', '.') : written);
  if (value !== undefined) return value;
  const guess = guessNumber(written);
  const right = guess === undefined ? undefined : String(guess).replace('.', sign);
  return {
    expected: isAmbiguous(written)
      ? `a number, as ${sign === ',' ? '12,5' : '12.5'}; a comma before three digits can be one of decimals or of thousands`
      : `a number, as ${sign === ',' ? '12,5' : '12.5'}`,
    ...(right !== undefined && { nearest: right }),
    fix: `Write the number alone: no unit, no sign between thousands, and a ${sign === ',' ? 'comma' : 'point'} before its decimals.`,
  };
}

/** A date as days, or why a text is none. */
export function readDay(text: string): number | Advice {
  return (
    readDate(text) ?? {
      expected: 'a date that exists, as 2015-03 or 2015-03-09, like the others of this column',
      fix: 'Write the year, the month and the day with hyphens.',
    }
  );
}

export function isAdvice(value: unknown): value is Advice {
  return typeof value === 'object' && value !== null;
}
