import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { nearest } from '../../lib/nearest.ts';
import { describeOutside, isContent, isPlainPath, misnamed } from '../files.ts';
import { readAddress, type Body, type BodyFault, type BodyNode } from './node.ts';

/** How the files begin that a browser shows as an image; a drawing also says how large it is. */
const beginnings = [
  /^\x89PNG/,
  /^\xff\xd8\xff/,
  /^GIF8/,
  /^RIFF.{4}WEBP/s,
  /^.{4}ftypavi[fs]/s,
  /<svg[^>]*\s(viewBox|width)=/,
];
const extension = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

export function checkImage(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'image' && node.type !== 'imageReference') return [];
  const address = readAddress(node, body);
  const alt = node.alt?.trim() ?? '';
  const isNamed = alt !== '' && !extension.test(alt);
  const missingAltText: BodyFault = {
    rule: 'missing-alt-text',
    expected: 'words between the brackets that say what the image shows',
    mend: `Write ![what one sees](${address}).`,
  };
  return [...checkImageFile(address, body), ...(isNamed ? [] : [missingAltText])];
}

/** A picture lies beside the entry, and is one that browsers show. */
export function checkImageFile(address: string, { root, file }: Body): BodyFault[] {
  if (/^([a-z]+:)?\/\//i.test(address))
    return [
      {
        rule: 'missing-image',
        expected: 'an image file beside the entry: nothing is loaded from other sites',
        mend: 'Save the image beside the entry and write its name as ./name.png.',
      },
    ];
  if (!isContent(join(dirname(file), decode(address))))
    return [{ rule: 'missing-image', ...describeOutside(address) }];
  const path = join(root, dirname(file), decode(address));
  const folder = dirname(address);
  const images = listFiles(dirname(path)).filter((name) => extension.test(name));
  const near = nearest(
    parse(path).name,
    images.map((name) => parse(name).name),
  );
  const image = images.find((name) => parse(name).name === near);
  if (!/^\.\.?\//.test(address) || !listFiles(dirname(path)).includes(basename(path)))
    return [
      {
        rule: 'missing-image',
        expected: `an image beside the entry, as ./name.png; “${address}” leads to none`,
        ...(image !== undefined && { nearest: `${folder}/${image.replaceAll(' ', '%20')}` }),
        mend: 'Put the file beside the entry, and write ./ before its name.',
      },
    ];
  if (!isPlainPath(decode(address))) return [misnamed];
  if (extension.test(path) && beginnings.some((beginning) => beginning.test(readBeginning(path))))
    return [];
  return [
    {
      rule: 'bad-image',
      expected: 'an image that browsers show: PNG, JPEG, WebP, AVIF, GIF, or SVG with a viewBox',
      mend: 'Save the image anew in one of these formats.',
    },
  ];
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function listFiles(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
}

function readBeginning(path: string): string {
  return statSync(path).isFile() ? readFileSync(path).subarray(0, 4096).toString('latin1') : '';
}
