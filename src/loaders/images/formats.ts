import type { Fault } from '../../lib/fault.ts';

/** The parts of a fault about a picture that cannot be shown. */
export type ImageDefect = Pick<Fault, 'expected' | 'fix'>;

interface Format {
  name: string;
  /** How a file of this format begins, each byte as a character. */
  start: RegExp;
  /** The extension of a file that the site reads. */
  ending?: string;
  /** Tells how to convert `file` into one of the same `name` that is read, and names that file. */
  convert?: (file: string, name: string) => [step: string, result: string];
}

const withMagick: Format['convert'] = (file, name) => [
  `with ImageMagick: magick ${quote(file)} ${quote(`${name}.png`)}`,
  `${name}.png`,
];

const photograph: Format['convert'] = (file, name) => [
  `with ImageMagick: magick ${quote(file)} ${quote(`${name}.jpg`)}, or on a Mac: sips -s format jpeg ${quote(file)} --out ${quote(`${name}.jpg`)}`,
  `${name}.jpg`,
];

const quote = (file: string): string => (/^[\w.-]+$/.test(file) ? file : `"${file}"`);

const formats: readonly Format[] = [
  { name: 'PNG', start: /^\x89PNG\r\n/, ending: 'png' },
  { name: 'JPEG', start: /^\xff\xd8\xff/, ending: 'jpg' },
  { name: 'GIF', start: /^GIF8/, ending: 'gif' },
  { name: 'WebP', start: /^RIFF[^]{4}WEBP/, ending: 'webp' },
  { name: 'AVIF', start: /^[^]{4}ftyp(?:avi[fs]|mif1[^]{0,40}avif)/, ending: 'avif' },
  { name: 'TIFF', start: /^(?:II\*\0|MM\0\*)/, ending: 'tiff' },
  {
    name: 'SVG',
    start: /^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg/,
    ending: 'svg',
  },
  { name: 'HEIC', start: /^[^]{4}ftyp(?:he[iv][cmsx]|m[is]f1)/, convert: photograph },
  { name: 'JPEG XL', start: /^(?:\xff\x0a|\0{3}\x0cJXL )/, convert: photograph },
  { name: 'JPEG 2000', start: /^(?:\xff\x4f\xff\x51|\0{3}\x0cjP {2})/, convert: photograph },
  { name: 'BMP', start: /^BM/, convert: withMagick },
  { name: 'ICO', start: /^\0\0\x01\0/, convert: withMagick },
  { name: 'OpenEXR', start: /^v\/1\x01/, convert: withMagick },
  { name: 'Netpbm', start: /^P[1-7]\s/, convert: withMagick },
  {
    name: 'Photoshop',
    start: /^8BPS/,
    convert: (file, name) => [
      `with ImageMagick: magick "${file}[0]" ${quote(`${name}.png`)}`,
      `${name}.png`,
    ],
  },
  {
    name: 'PDF',
    start: /^%PDF/,
    convert: (file, name) => [
      `with Poppler: pdftocairo -svg ${quote(file)} ${quote(`${name}.svg`)}`,
      `${name}.svg`,
    ],
  },
  {
    name: 'PostScript',
    start: /^(?:%!PS|\xc5\xd0\xd3\xc6)/,
    convert: (file, name) => [
      `with Inkscape: inkscape ${quote(file)} --export-filename=${quote(`${name}.svg`)}`,
      `${name}.svg`,
    ],
  },
  {
    name: 'compressed data',
    start: /^\x1f\x8b/,
    convert: (file, name) => [
      `with gzip: gzip -dc ${quote(file)} > ${quote(`${name}.svg`)}`,
      `${name}.svg`,
    ],
  },
];

const others: readonly [name: string, start: RegExp, fix: string][] = [
  [
    'a web page',
    /^\s*<(?:!doctype html|html)/i,
    'Save the picture itself, not the page that shows it.',
  ],
  [
    'a pointer of Git LFS',
    /^version https:\/\/git-lfs/,
    'Run git lfs pull, which gets the picture.',
  ],
];

/** Describes a file that is no picture of the format of its extension. */
export function describeFormat(file: string, bytes: Uint8Array): ImageDefect {
  const start = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  const format = formats.find((one) => one.start.test(start));
  const name = file.replace(/\.[^.]*$/, '');
  if (format?.ending !== undefined)
    return describeRead(file, format.name, `${name}.${format.ending}`);
  const [other, , step] = others.find(([, pattern]) => pattern.test(start)) ?? [];
  const found = format?.name ?? other;
  const expected = `a picture in a format that is read: PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG; ${file} ${found === undefined ? 'is in none of them' : `contains ${found}`}`;
  if (format?.convert === undefined)
    return { expected, fix: step ?? 'Save or export the picture in one of these formats.' };
  // A file with the extension of another format keeps its name, and the new one has another.
  const first = format.convert(file, name);
  const [command, result] = first[1] === file ? format.convert(file, `${name}-new`) : first;
  return {
    expected,
    fix: `Convert it, for example ${command}. Then write ${quote(result)} in place of ${quote(file)}.`,
  };
}

/** A picture that is read, under a wrong name or without the facts at its beginning. */
function describeRead(file: string, format: string, right: string): ImageDefect {
  const isNamed =
    right.split('.').at(-1) ===
    file
      .split('.')
      .at(-1)
      ?.toLowerCase()
      .replace(/^jpeg$/, 'jpg')
      .replace(/^tif$/, 'tiff');
  if (isNamed)
    return {
      expected: `a complete picture; ${file} begins as ${format}, and has no readable size`,
      fix: 'The file is truncated or damaged. Save or copy the picture again.',
    };
  return {
    expected: `a file extension that matches the format; ${file} contains ${format}`,
    fix: `Rename the file to ${right}, and write that name here.`,
  };
}
