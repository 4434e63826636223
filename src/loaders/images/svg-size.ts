/** Pixels per CSS unit of length. */
const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};
const largestSide = 32_767;

/** The size of a drawing in pixels. */
export interface SvgSize {
  width: number;
  height: number;
}

/**
 * Reads the size of a drawing from the attributes of `<svg>`: width and height, or the viewBox if
 * they are missing or relative. Returns undefined without a usable size.
 */
export function readSvgSize(attributes: Readonly<Record<string, unknown>>): SvgSize | undefined {
  const box = attributes.viewBox;
  const numbers = typeof box === 'string' ? box.trim().split(/[\s,]+/) : [];
  const [, , boxWidth = NaN, boxHeight = NaN] = numbers.map(Number);
  const hasBox = numbers.length === 4 && boxWidth > 0 && boxHeight > 0;
  if (box !== undefined && !hasBox) return undefined;
  const width = readLength(attributes.width);
  const height = readLength(attributes.height);
  const ratio = boxWidth / boxHeight;
  const size = {
    width: width ?? (height === undefined ? boxWidth : height * ratio),
    height: height ?? (width === undefined ? boxHeight : width / ratio),
  };
  const isDrawn = (side: number) => side >= 1 && side <= largestSide;
  return isDrawn(size.width) && isDrawn(size.height) ? size : undefined;
}

/** Converts a length to pixels. Returns undefined for a relative length. */
function readLength(value: unknown): number | undefined {
  const [, amount, unit = ''] =
    /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(String(value)) ?? [];
  const pixels = units[unit.toLowerCase() || 'px'];
  if (amount === undefined || pixels === undefined) return undefined;
  return Math.round(Number(amount) * pixels * 1000) / 1000;
}
