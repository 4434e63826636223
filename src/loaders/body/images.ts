import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, posix } from 'node:path';
import { nearest } from '../../lib/nearest.ts';
import { describeOutside, isContent, isPlainPath, misnamed } from '../files.ts';
import { readAttribute } from './attributes.ts';
import { readAddress, type Body, type BodyFault, type BodyNode } from './node.ts';

const extension = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

export function checkImage(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'image' && node.type !== 'imageReference') return [];
  const address = readAddress(node, body);
  const alt = node.alt?.trim() ?? '';
  const isNamed = alt !== '' && !extension.test(alt);
  const missingAltText: BodyFault = {
    rule: 'missing-alt-text',
    expected: 'a description of the image between the brackets',
    fix: `Write ![a description](${address}).`,
  };
  return [...checkImageFile(address, body), ...(isNamed ? [] : [missingAltText])];
}

/** Returns the paths of the pictures in a node, from the folder that holds `content/`. */
export function listImages(node: BodyNode, body: Body): string[] {
  const isImage = node.type === 'image' || node.type === 'imageReference';
  const addresses = isImage
    ? [readAddress(node, body)]
    : ['src', 'dark'].flatMap((name) =>
        node.name === 'Figure' ? (readAttribute(node, name) ?? []) : [],
      );
  return addresses
    .filter((address) => checkImageFile(address, body).length === 0)
    .map((address) => posix.join(posix.dirname(body.file), decode(address)));
}

/**
 * Checks that a picture is beside the entry and has a known extension. Its content is checked
 * later.
 */
export function checkImageFile(address: string, { root, file }: Body): BodyFault[] {
  if (/^([a-z]+:)?\/\//i.test(address))
    return [
      {
        rule: 'missing-image',
        expected: 'an image file beside the entry; pages load nothing from other sites',
        fix: 'Save the image beside the entry, and refer to it as ./name.png.',
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
        expected: `an image beside the entry, written as ./name.png; “${address}” is not one`,
        ...(image !== undefined && { nearest: `${folder}/${image.replaceAll(' ', '%20')}` }),
        fix: 'Put the file beside the entry, and write ./ before its name.',
      },
    ];
  if (!isPlainPath(decode(address))) return [misnamed];
  if (extension.test(path) && statSync(path).isFile()) return [];
  return [
    {
      rule: 'bad-image',
      expected: 'an image in a format for browsers: PNG, JPEG, WebP, AVIF, GIF or SVG',
      fix: 'Save the image in one of these formats.',
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
