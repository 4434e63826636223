/** A colour of sRGB: each part from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour by its lightness from 0 to 1, its chroma, and its hue in radians. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

const toLinear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

const fromLinear = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;

/** Converts to OKLCH, by the matrices of Ottosson (2020). */
export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = rgb.map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const [a, c] = [
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, c),
    hue: Math.atan2(c, a),
  };
}

/** Converts to sRGB, with the most chroma that a screen can show at this lightness and hue. */
export function toRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const isShown = (rgb: Rgb) => rgb.every((part) => part >= -0.0005 && part <= 1.0005);
  let [inside, outside] = [0, chroma];
  if (isShown(convert({ lightness, chroma, hue }))) inside = chroma;
  else
    for (let step = 0; step < 20; step += 1) {
      const middle = (inside + outside) / 2;
      if (isShown(convert({ lightness, chroma: middle, hue }))) inside = middle;
      else outside = middle;
    }
  return convert({ lightness, chroma: inside, hue }).map((part) =>
    Math.min(1, Math.max(0, part)),
  ) as unknown as Rgb;
}

function convert({ lightness, chroma, hue }: Oklch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2, relative luminance. */
function findLuminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(toLinear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
export function findContrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [one, other].map(findLuminance).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
