import { mark } from '../lib/mark.ts';
import { findColour, type Palette, type Palettes } from './palette.ts';

/** The sides of the icons as PNG, in pixels: for the home screens of Apple, and for those of others. */
export const iconSizes = { touch: 180, small: 192, large: 512 };

/** How much of an icon’s side the glyph takes; what a system cuts off is outside four fifths. */
const share = 0.5;

/** Where the icon of a size is, from the root of the site. */
export function iconPath(size: number): string {
  return `/icon-${size}.png`;
}

/** The icon of a browser’s tab as SVG, in the ink of the theme that its surroundings have. */
export function drawFavicon({ light, dark }: Palettes): string {
  const [ink, inkInDark] = [light, dark].map((palette) => findColour(palette, 'ink'));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mark.side} ${mark.side}">`,
    `<style>path{fill:${ink}}@media(prefers-color-scheme:dark){path{fill:${inkInDark}}}</style>`,
    `<path d="${mark.path}"/></svg>\n`,
  ].join('');
}

/** An icon with a ground, as SVG: `size` pixels wide and high. */
export function drawIcon(size: number, palette: Palette): string {
  const [ink, paper] = [findColour(palette, 'ink'), findColour(palette, 'paper')];
  // Whole pixels to each unit of the glyph keep its edges sharp.
  const scale = Math.round((size * share) / mark.side);
  const start = Math.round((size - scale * mark.side) / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">`,
    `<path fill="${paper}" d="M0 0h${size}v${size}H0z"/>`,
    `<path fill="${ink}" transform="translate(${start} ${start}) scale(${scale})" d="${mark.path}"/>`,
    '</svg>',
  ].join('');
}
