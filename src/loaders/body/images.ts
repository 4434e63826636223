import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, posix } from 'node:path';
import { isMediaAddress } from '../../lib/attachment.ts';
import { isMisspelling, nearest } from '../../lib/nearest.ts';
import { describeBackslashes, resolveFile } from '../attachments/check.ts';
import { checkMedia, findCompanions } from '../attachments/media.ts';
import { describeFormat } from '../images/formats.ts';
import { describeOutside, isContent, isPlainPath, misnamed } from '../files.ts';
import { readAttribute } from './attributes.ts';
import { correctAddress, readAddress, type Body, type BodyFault, type BodyNode } from './node.ts';
import { readPictureMark } from './picture-marks.ts';
import { isDefinedAbove } from './program-code.ts';

const extension = /\.(png|jpe?g|gif|webp|avif|tiff?|svg)$/i;

export function checkImage(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'image' && node.type !== 'imageReference') return [];
  if (isDefinedAbove(node, body)) return [];
  const address = readAddress(node, body);
  const alt = node.alt?.trim() ?? '';
  const isNamed = alt !== '' && !extension.test(alt) && !isMediaAddress(alt);
  // Words in another place are told there.
  const mark = readPictureMark(node, body);
  const isTold = mark !== undefined && (mark.alt ?? mark.id) !== undefined;
  const missingAltText: BodyFault = {
    rule: 'missing-alt-text',
    expected: 'a description of the image between the brackets',
    fix: `Write ![a description](${address}).`,
  };
  return [...checkPicture(address, body), ...(isNamed || isTold ? [] : [missingAltText])];
}

/** Checks the file of a picture, a film or a sound. */
export function checkPicture(address: string, body: Body): BodyFault[] {
  return isMediaAddress(address)
    ? checkMedia(body.root, body.file, address).map((fault) => correctAddress(fault, address))
    : checkImageFile(address, body);
}

/** Returns the addresses in a node that name pictures, films or sounds. */
function listAddresses(node: BodyNode, body: Body): string[] {
  if (node.type === 'image' || node.type === 'imageReference') return [readAddress(node, body)];
  if (node.name !== 'Figure') return [];
  return ['src', 'dark'].flatMap((name) => readAttribute(node, name) ?? []);
}

/** Returns the paths of the films and sounds in a node, and of their captions and transcripts. */
export function listMedia(node: BodyNode, body: Body): string[] {
  const { root, file } = body;
  return listAddresses(node, body)
    .filter((address) => isMediaAddress(address) && checkMedia(root, file, address).length === 0)
    .map((address) => resolveFile(file, address))
    .flatMap((path) => {
      const { captions, transcript } = findCompanions(root, path);
      return [path, captions ?? [], transcript ?? []].flat();
    });
}

/** Returns the paths of the pictures in a node, from the folder that holds `content/`. */
export function listImages(node: BodyNode, body: Body): string[] {
  return listAddresses(node, body)
    .filter((address) => !isMediaAddress(address) && checkImageFile(address, body).length === 0)
    .map((address) => posix.join(posix.dirname(body.file), decode(address)));
}

/**
 * Checks that a picture is beside the entry and has a known extension. Its content is checked
 * later.
 */
export function checkImageFile(address: string, body: Pick<Body, 'root' | 'file'>): BodyFault[] {
  const { root, file } = body;
  if (/^([a-z]+:)?\/\//i.test(address))
    return [
      {
        rule: 'missing-image',
        expected: 'an image file beside the entry; pages load nothing from other sites',
        fix: 'Save the image beside the entry, and refer to it as ./name.png.',
      },
    ];
  const slashed = describeBackslashes(address, (right) => checkImageFile(right, body).length === 0);
  if (slashed !== undefined)
    return [correctAddress({ rule: 'missing-image', ...slashed }, address)];
  if (!isContent(join(dirname(file), decode(address))))
    return [{ rule: 'missing-image', ...describeOutside(address) }];
  const path = join(root, dirname(file), decode(address));
  const meant = findMeant(address, body);
  const folder = /^\.\.?(?:\/|$)/.test(address) ? dirname(address) : `./${dirname(address)}`;
  const images = listFiles(dirname(path)).filter((name) => extension.test(name));
  const names = images.map((name) => parse(name).name);
  const near = nearest(parse(path).name, names);
  const image = images.find((name) => parse(name).name === near);
  if (!/^\.\.?\//.test(address) || !listFiles(dirname(path)).includes(basename(path)))
    return [
      correctAddress(
        {
          rule: 'missing-image',
          expected: `an image beside the entry, written as ./name.png; “${address}” is not one`,
          ...(meant === undefined
            ? image !== undefined && {
                nearest: `${folder.replace(/\/\.$/, '')}/${image.replaceAll(' ', '%20')}`,
                isSure: isMisspelling(parse(path).name, parse(image).name, names),
              }
            : { nearest: meant, isSure: true }),
          fix: 'Put the file beside the entry, and write ./ before its name.',
        },
        address,
      ),
    ];
  if (!isPlainPath(decode(address))) return [misnamed];
  if (!statSync(path).isFile())
    return [
      { rule: 'bad-image', expected: 'a picture; this is a folder', fix: 'Name a file in it.' },
    ];
  if (extension.test(path)) return [];
  return [{ rule: 'bad-image', ...describeFormat(basename(path), readFileSync(path)) }];
}

/** Returns the address of a picture that lacks its ./, or that is in the folder of the entry. */
function findMeant(address: string, { root, file }: Pick<Body, 'root' | 'file'>) {
  const path = address.replace(/^\.?\//, '');
  return [`./${path}`, `./${parse(file).name}/${path}`].find((one) => {
    const place = join(root, dirname(file), decode(one));
    return one !== address && listFiles(dirname(place)).includes(basename(place));
  });
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
