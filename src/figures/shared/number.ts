import { raise } from '../../lib/raised-signs.ts';

/** A number for a sentence or a table: four significant digits, powers of ten where it is long. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isSafeInteger(value) && size < 1e6) return String(value).replace('-', '−');
  if (size >= 1e-4 && size < 1e6) {
    return String(Number(value.toPrecision(4))).replace('-', '−');
  }
  const [digits = '', exponent = ''] = value.toExponential(2).split('e');
  return `${digits} × 10${raise(Number(exponent))}`.replace('-', '−');
}

/** A whole number with commas between its thousands: 4,096. */
export function formatWhole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
