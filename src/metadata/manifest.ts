import { findDirection } from '../lib/language.ts';
import type { Frame } from '../model/site.ts';
import { iconPath, iconSizes } from './icon.ts';
import { findColour, type Palette } from './palette.ts';

/** A web application manifest (https://www.w3.org/TR/appmanifest/). */
export interface Manifest {
  name: string;
  description: string;
  lang: string;
  start_url: string;
  scope: string;
  display: 'browser';
  background_color: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: 'image/png'; purpose: 'any maskable' }[];
}

/** `palette` is the light one. */
export function buildManifest(frame: Frame, palette: Palette): Manifest {
  const paper = findColour(palette, 'paper');
  return {
    name: frame.author === undefined ? frame.title : `${frame.author} · ${frame.title}`,
    description: frame.intro,
    lang: frame.language,
    ...(findDirection(frame.language) === 'rtl' && { dir: 'rtl' }),
    start_url: frame.home,
    scope: frame.home,
    // Keeps the address bar, because readers cite the address.
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: [iconSizes.small, iconSizes.large].map((size) => ({
      src: frame.home.replace(/\/$/, '') + iconPath(size),
      sizes: `${size}x${size}`,
      type: 'image/png',
      // The glyph is within the safe zone of maskable icons.
      purpose: 'any maskable',
    })),
  };
}
