import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlElement } from 'html-validate';
import sharp from 'sharp';
import { formatAmount, type Check, type Problem } from './check.ts';
import type { BuiltSite } from './site.ts';

/** The allowed sizes of pictures and films, in bytes. */
export const mediaAllowances = {
  /** A picture may have `picture` bytes and `pixel` more for each pixel. A photograph usually needs a quarter of that. */
  picture: 8_192,
  pixel: 0.5,
  /** A moving picture loads at once and whole, unlike a film. */
  moving: 4_000_000,
  drawing: 500_000,
  /** GitHub, and with it GitHub Pages, takes no larger file. */
  film: 100_000_000,
};

/** A picture wider than this is published in several widths. */
const oneWidth = 480;

/** The file at `address`, if it is of this site. */
function findFile({ folder, base }: BuiltSite, address: string): string | undefined {
  if (!address.startsWith(base)) return undefined;
  const file = join(folder, decodeURI(address.slice(base.length)));
  return existsSync(file) ? file : undefined;
}

const read = (element: HtmlElement, name: string): string => element.getAttributeValue(name) ?? '';

/** The copies of a picture, with the widths that the page states. */
function listCopies(image: HtmlElement): { address: string; width: number | undefined }[] {
  const copies = read(image, 'srcset')
    .split(/,\s+/)
    .flatMap((copy) => {
      const [address = '', width = ''] = copy.split(' ');
      return address === '' ? [] : [{ address, width: parseInt(width, 10) }];
    });
  return [{ address: read(image, 'src'), width: undefined }, ...copies];
}

async function weighPicture(image: HtmlElement, site: BuiltSite): Promise<string[]> {
  const copies = listCopies(image);
  const isSized = read(image, 'width') !== '' && read(image, 'height') !== '';
  const found = isSized ? [] : [`Its picture ${copies[0]?.address} has no width and height.`];
  for (const { address, width: stated } of copies) {
    const file = findFile(site, address);
    if (file === undefined) continue;
    if (/\.svg$/i.test(file)) {
      found.push(
        ...compare('drawing', address, statSync(file).size, mediaAllowances.drawing, simpler),
      );
      continue;
    }
    const { width, height, pages = 1 } = await sharp(file).metadata();
    const isMoving = pages > 1;
    const { picture, pixel, moving } = mediaAllowances;
    const allowed = isMoving ? moving : Math.round(picture + pixel * width * height);
    const fix = isMoving ? film : plainer;
    found.push(...compare('picture', address, statSync(file).size, allowed, fix));
    if (stated !== undefined && stated !== width)
      found.push(`Its picture ${address} is ${width} px wide, and the page says ${stated}.`);
    if (width > oneWidth && copies.length === 1 && !isMoving && !file.endsWith('.gif'))
      found.push(`Its picture ${address} has one width, for wide and for narrow screens.`);
  }
  return found;
}

const simpler = 'Export it with fewer points and digits, or as PNG.';
const plainer = 'Save the picture as JPEG, or without its noise.';
const film =
  'Make it a film, for example with FFmpeg: ffmpeg -i picture.gif -pix_fmt yuv420p film.mp4.';
const smaller =
  'Make it smaller, for example with FFmpeg: ffmpeg -i film.mp4 -vf scale=-2:720 -crf 28 small.mp4.';

function compare(what: string, file: string, bytes: number, most: number, fix: string): string[] {
  if (bytes <= most) return [];
  return [`Its ${what} ${file} has ${bytes} bytes; ${most} are allowed. ${fix}`];
}

function weighFilm(player: HtmlElement, site: BuiltSite): string[] {
  const address = read(player, 'src');
  const file = findFile(site, address);
  if (file === undefined) return [];
  return compare(
    player.tagName === 'audio' ? 'sound' : 'film',
    address,
    statSync(file).size,
    mediaAllowances.film,
    smaller,
  );
}

export const pictures: Check = {
  claim: 'Every picture and film is small for what it shows',
  run: async (site) => {
    const problems: Problem[] = [];
    let count = 0;
    for (const { path, root } of site.pages) {
      const add = (messages: string[]) => {
        count += 1;
        problems.push(...messages.map((message) => ({ place: path, message })));
      };
      for (const image of root.querySelectorAll('main img')) add(await weighPicture(image, site));
      for (const player of root.querySelectorAll('main video, main audio'))
        add(weighFilm(player, site));
    }
    return { extent: formatAmount(count, 'picture'), problems };
  },
};
