import { transform } from 'lightningcss';
import { findContrast, toOklch, toRgb, type Rgb } from './oklch.ts';

/** Hues, each defined once per theme in `src/styles/theme.css`. */
export const hues = ['ultramarine', 'vermilion', 'viridian', 'violet'] as const;

/** The grounds of text in each theme, as in `src/styles/theme.css`. */
export const grounds = {
  light: ['#fbfaf6', '#ffffff', '#f1eddf'],
  dark: ['#101214', '#171a1d', '#262b31'],
};

/** WCAG 2.2 AA, for text. Lines and drawings need less. */
const leastContrast = 4.5;

/** A colour for both themes. */
interface ThemeColours {
  light: string;
  dark: string;
}

/**
 * Reads any colour that CSS can state, as `#rrggbb`. A colour outside sRGB becomes the nearest in it, and one that is partly
 * transparent becomes opaque.
 */
export function readColour(text: string): string | undefined {
  // A name, a number sign or a function; other signs would be more than one value.
  if (!/^(?:#[\da-f]+|[a-z]+(?:\([\w\s.,%/+-]*\))?)$/i.test(text.trim())) return undefined;
  const plain = parseValue(text).css.replace(/^a\{color:([^;}]+).*$/s, '$1');
  const colour = parseValue(plain).colour;
  if (colour?.type !== 'rgb' || colour.alpha === 0) return undefined;
  return formatHex([colour.r, colour.g, colour.b].map((part) => part / 255) as unknown as Rgb);
}

interface ParsedColour {
  type: string;
  r: number;
  g: number;
  b: number;
  alpha: number;
}

/** Parses a value, and writes it as CSS that has colours of sRGB alone. */
function parseValue(text: string): { css: string; colour?: ParsedColour } {
  const colours: ParsedColour[] = [];
  try {
    const { code } = transform({
      filename: 'accent.css',
      code: Buffer.from(`a{color:${text}}`),
      minify: true,
      // A browser that knows sRGB alone.
      targets: { chrome: 80 << 16 },
      visitor: {
        Color(colour) {
          colours.push(colour as ParsedColour);
        },
      },
    });
    return { css: code.toString(), ...(colours[0] && { colour: colours[0] }) };
  } catch {
    return { css: '' };
  }
}

/** The colours nearest to `colour` in lightness that can be read in each theme. The hue remains. */
export function fitColour(colour: string): ThemeColours {
  return {
    light: moveLightness(colour, grounds.light, 0),
    dark: moveLightness(colour, grounds.dark, 1),
  };
}

/** Moves the lightness of a colour towards `limit`, until it has enough contrast with each of the grounds. */
function moveLightness(colour: string, on: readonly string[], limit: 0 | 1): string {
  const isReadable = (one: string) =>
    on.every((ground) => findContrast(parseHex(one), parseHex(ground)) >= leastContrast);
  if (isReadable(colour)) return colour;
  const own = toOklch(parseHex(colour));
  const move = (lightness: number) => formatHex(toRgb({ ...own, lightness }));
  let [near, far] = [own.lightness, limit as number];
  for (let step = 0; step < 16; step += 1) {
    const middle = (near + far) / 2;
    if (isReadable(move(middle))) far = middle;
    else near = middle;
  }
  return move(far);
}

function parseHex(colour: string): Rgb {
  return [1, 3, 5].map(
    (start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255,
  ) as unknown as Rgb;
}

function formatHex(rgb: Rgb): string {
  const parts = rgb.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

const isHue = (name: string): boolean => hues.some((hue) => hue === name);

/** The accent of an entry as its pages have it: a hue of the site, or a colour of CSS for both themes. */
export function buildAccent(written: string): string {
  const colour = isHue(written) ? undefined : readColour(written);
  if (colour === undefined) return written;
  const { light, dark } = fitColour(colour);
  return `light-dark(${light},${dark})`;
}

/** Whether a text is a hue of the site or a colour. */
export function isAccent(written: string): boolean {
  return isHue(written) || readColour(written) !== undefined;
}
