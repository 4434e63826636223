import { raise } from '../../lib/raised-signs.ts';
import type { PrintedNumber } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';

/** Years have no sign between their thousands, longer numbers do. The digits are those of the counts beside them. */
const plain = { useGrouping: 'min2', numberingSystem: 'latn' } as const;

/** Formats are costly to make, and a table has thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function write(value: number | string, language: string, notation: 'standard' | 'compact'): string {
  const key = `${language} ${notation}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { ...plain, notation, maximumSignificantDigits: 21 });
  formats.set(key, format);
  // A text keeps the digits that it has.
  return format.format(String(value) as `${number}`).replace('-', '−');
}

/** A number as a power of ten with all its digits. */
function writePower(value: number, language: string): string {
  const [digits = '', exponent] = value.toExponential().split('e');
  const own = language === 'en' ? digits.replace('-', '−') : write(digits, language, 'standard');
  return `${own} × 10${raise(Number(exponent))}`;
}

/**
 * A tick with all its digits, so that its words name its place: with k, M and B for thousands, millions and billions
 * from 10k on, or the words that another language has for them, and a power of ten where it is longer or smaller than
 * 0.0001.
 */
export function formatTick(value: number, language = 'en'): string {
  const size = Math.abs(value);
  // The sixteenth digit is an error of arithmetic.
  const clean = (number: number) => Number(number.toPrecision(15));
  if (value !== 0 && (size >= 1e12 || size < 1e-4)) return writePower(clean(value), language);
  if (language !== 'en') return write(clean(value), language, size < 1e4 ? 'standard' : 'compact');
  const [divisor, unit] =
    size < 1e4 ? [1, ''] : size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : [1e3, 'k'];
  return `${clean(value / divisor)}${unit}`.replace('-', '−');
}

/** A value with four significant digits, and with all those before its point: 12345.6 is 12346. */
export function formatValue(value: number, language = 'en'): string {
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) {
    if (language === 'en' || value === 0) return formatNumber(value);
    return writePower(Number(value.toPrecision(3)), language);
  }
  const digits = Math.max(4, Math.floor(Math.log10(size)) + 1);
  return writeWhole(Number(value.toPrecision(digits)), language);
}

/** A number with all its digits, as its author wrote it. */
export function writeWhole(value: number, language = 'en'): string {
  if (language === 'en') return String(value).replace('-', '−');
  return String(value).includes('e')
    ? writePower(value, language)
    : write(value, language, 'standard');
}

/**
 * A number for a table: as words where the table would round it, or write it in English; NaN for a missing value, as
 * its file can be read again.
 */
export function buildCell(value: number | null, language = 'en'): number | string | PrintedNumber {
  if (value === null) return NaN;
  if (language !== 'en') return { value, text: writeWhole(value, language) };
  const isShort = Number(value.toPrecision(4)) === value || Number.isSafeInteger(value);
  return isShort && Math.abs(value) < 1e6 && (value === 0 || Math.abs(value) >= 1e-4)
    ? value
    : String(value);
}
