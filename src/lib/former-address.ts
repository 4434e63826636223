import { mediaTypes } from './media-types.ts';
import { describeUnfitName } from './slug.ts';

/** The names between the slashes of an address: letters, digits and a few signs. */
const form = /^(?:\/(?![.])[\p{L}\p{N}\p{M}._~+,@=-]+(?<!\.))+\/?$/u;

/** The ending of a file that is no page. */
const fileEnding = new RegExp(
  `\\.(?:${Object.keys(mediaTypes)
    .filter((ending) => ending !== 'html')
    .join('|')})$`,
  'i',
);

/**
 * Whether a page can have had the address: a path from the root of the site, such as `/publications/titan/` or
 * `/blog/2024/titan.html`, that a file of a static site can have on every system.
 */
export function isFormerAddress(path: string): boolean {
  const names = path.split('/').slice(1).filter(Boolean);
  const folders = /\.html$/i.test(path) ? names.slice(0, -1) : names;
  return (
    form.test(path) &&
    // Names of the site’s own folders and of files for hosts begin so.
    !path.startsWith('/_') &&
    !folders.some((name) => /\.html$/i.test(name)) &&
    names.every((name) => !fileEnding.test(name) && isFit(name))
  );
}

function isFit(name: string): boolean {
  const stem = name.toLowerCase().replace(/\.html$/, '');
  return name === 'index.html' || describeUnfitName(stem) === undefined;
}

/** Corrects common mistakes in a former address. The result may still be none. */
export function fixFormerAddress(text: string): string {
  const path = text
    .trim()
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/');
  return `/${decode(path)}`.replace(/\/{2,}/g, '/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The file that a static host sends for a former address, from the root of the site. */
export function nameFormerFile(path: string): string {
  const file = path.slice(1);
  if (/\.html$/i.test(file)) return file;
  return file === '' || file.endsWith('/') ? `${file}index.html` : `${file}/index.html`;
}
