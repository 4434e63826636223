import { pickAccent } from '../lib/tint.ts';

/** The colours of one theme by their names in the style sheet. */
export type Palette = Readonly<Record<string, string>>;

export interface Palettes {
  light: Palette;
  dark: Palette;
}

/** Reads the colours of both themes from a style sheet. */
export function readPalettes(styles: string): Palettes {
  const colours = Array.from(
    styles.matchAll(/--color-([\w-]+):\s*light-dark\(\s*(#[\da-f]{6})\s*,\s*(#[\da-f]{6})\s*\)/g),
    ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
  );
  return {
    light: Object.fromEntries(colours.map(({ name, light }) => [name, light])),
    dark: Object.fromEntries(colours.map(({ name, dark }) => [name, dark])),
  };
}

/** The colour of an accent in a theme: that of its hue, or its own. */
export function findAccent(palette: Palette, accent: string, theme: keyof Palettes): string {
  const picked = pickAccent(accent, theme);
  return picked.startsWith('#') ? picked : findColour(palette, picked);
}

/** Throws if the theme has no colour of this name. */
export function findColour(palette: Palette, name: string): string {
  const value = palette[name];
  if (value === undefined) throw new Error(`The theme has no colour “${name}”.`);
  return value;
}
