/** A number as programs write it; undefined for any other text. */
export function parseNumber(text: string): number | undefined {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The number that a text seems to hold, as in 12,5 ms or 71.3 %; undefined where it is ambiguous. */
export function guessNumber(text: string): number | undefined {
  const [, digits = ''] = /^[^\d-]*(-?\d[\d.,]*)\D*$/.exec(text) ?? [];
  // 1,234 can be 1234 or 1.234.
  if (isAmbiguous(digits)) return undefined;
  return parseNumber(/,\d*$/.test(digits) ? digits.replace(',', '.') : digits);
}

/** Whether a comma can stand before decimals as well as between thousands. */
export function isAmbiguous(digits: string): boolean {
  return /^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits);
}
