/** A number as programs write it; undefined for any other text. */
export function parseNumber(text: string): number | undefined {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Words after a number that multiply it: k, million, Mrd. M can also be metres. */
const multiplier =
  /^(?:[kmbt]|mio|mill?|mn|mrd|bn|tsd|trn?|hundreds?|thousands?|(?:m|b|tr)illi(?:on|ard)(?:e|en|s)?)$/i;

/**
 * The number that a text seems to hold, as in 12,5 ms, 71.3 % or € 12; undefined where it is ambiguous, and where
 * other signs can change it: <0.001, (12), 12k.
 */
export function guessNumber(text: string): number | undefined {
  const [, digits = '', unit = ''] =
    /^[\s€$£¥]*(-?\d[\d.,]*)(?:\s*[%€$£¥]|\s+(\p{L}[\p{L}/%]*))?$/u.exec(text) ?? [];
  if (multiplier.test(unit)) return undefined;
  // 1,234 can be 1234 or 1.234.
  if (isAmbiguous(digits)) return undefined;
  return parseNumber(/,\d*$/.test(digits) ? digits.replace(',', '.') : digits);
}

/** Whether a comma can stand before decimals as well as between thousands. */
export function isAmbiguous(digits: string): boolean {
  return /^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits);
}
