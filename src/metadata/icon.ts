import { mark } from '../lib/mark.ts';
import { findColour, type Palette, type Palettes } from './palette.ts';

/** The sizes of the PNG icons in pixels. `touch` is for Apple home screens, the others for the manifest. */
export const iconSizes = { touch: 180, small: 192, large: 512 };

/** The glyph's share of the side of an icon. Masks only cut the area outside the central 80%. */
const share = 0.5;

/** The path of an icon below the base path of the site. */
export function iconPath(size: number): string {
  return `/icon-${size}.png`;
}

/** The favicon as SVG, in the ink of the browser's colour scheme. */
export function drawFavicon({ light, dark }: Palettes): string {
  const [ink, inkInDark] = [light, dark].map((palette) => findColour(palette, 'ink'));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mark.side} ${mark.side}">`,
    `<style>path{fill:${ink}}@media(prefers-color-scheme:dark){path{fill:${inkInDark}}}</style>`,
    `<path d="${mark.path}"/></svg>\n`,
  ].join('');
}

/** An icon with a background as SVG, `size` pixels wide and high. */
export function drawIcon(size: number, palette: Palette): string {
  const [ink, paper] = [findColour(palette, 'ink'), findColour(palette, 'paper')];
  // Whole pixels per unit of the glyph keep its edges sharp.
  const scale = Math.round((size * share) / mark.side);
  const start = Math.round((size - scale * mark.side) / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">`,
    `<path fill="${paper}" d="M0 0h${size}v${size}H0z"/>`,
    `<path fill="${ink}" transform="translate(${start} ${start}) scale(${scale})" d="${mark.path}"/>`,
    '</svg>',
  ].join('');
}
