import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, parse, posix } from 'node:path';
import type { Fault } from '../../lib/fault.ts';
import { buildEdit } from '../../lib/located.ts';
import { isMisspelling, nearest } from '../../lib/nearest.ts';
import type { Attributes, DataFault, DataFile } from '../../figures/shared/data-file.ts';
import { describeOutside, isContent, isPlainPath, misnamed } from '../files.ts';
import { buildLocation } from '../source.ts';
import { readTextFile } from '../text-file.ts';
import { correctAddress, type Body, type BodyFault } from './node.ts';

/**
 * Checks the file that a figure's tag names: it is beside the entry, or elsewhere below `content/`, and can be read
 * whole. Faults in the file have their places there; a missing file and a mistaken attribute are faults of the entry.
 *
 * @param address as the tag has it, `./latency.csv`
 * @param body the folder that holds `content/`, and the path of the entry from there
 * @param attributes those of the tag
 */
export function checkDataFile(
  data: DataFile,
  address: string,
  { root, file }: Pick<Body, 'root' | 'file'>,
  attributes: Attributes = {},
): BodyFault[] {
  const { name, example } = data;
  const { ext } = parse(example);
  const path = posix.join(posix.dirname(file), address);
  if (!isContent(path)) return [{ rule: 'missing-file', ...describeOutside(address) }];
  const files = listFiles(join(root, posix.dirname(path)), ext);
  if (/^\.\.?\//.test(address) && files.includes(posix.basename(path))) {
    if (!isPlainPath(address)) return [misnamed];
    return readData(data, root, path, attributes);
  }
  const names = files.map((file) => parse(file).name);
  const near = nearest(parse(path).name, names);
  return [
    correctAddress(
      {
        rule: 'missing-file',
        expected: `a ${name} beside the entry, as ./name${ext}; “${address}” leads to none`,
        ...(near !== undefined && {
          nearest: `${posix.dirname(address)}/${near}${ext}`,
          isSure: isMisspelling(parse(path).name, near, names),
        }),
        fix: 'Put the file beside the entry, and write ./ before its name.',
      },
      address,
    ),
  ];
}

function listFiles(folder: string, extension: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(extension))
    .map(({ name }) => name);
}

function readData(data: DataFile, root: string, path: string, attributes: Attributes): BodyFault[] {
  const { text = '', faults } = readTextFile(root, path);
  if (faults.length > 0 && text === '') return faults.map(placeInFile);
  const found = data.parse(text, attributes).faults;
  const inFile = found.filter(({ attribute }) => attribute === undefined);
  return [
    ...[...faults, ...locateFaults(data, inFile, text, path)].map(placeInFile),
    ...found.flatMap((fault) => placeInTag(data, fault, attributes)),
  ];
}

function placeInFile({ file, line, column, found, ...fault }: Fault): BodyFault {
  return { ...fault, place: { file, line, column, found } };
}

/** A mistake in an attribute, if it is one. */
function placeInTag({ rule }: DataFile, fault: DataFault, attributes: Attributes): BodyFault[] {
  const { attribute, found = '', isSure = false, expected, nearest, fix } = fault;
  if (attribute === undefined) return [];
  const written = `${attribute}="${attributes[attribute] ?? ''}"`;
  const near = nearest === undefined ? {} : { nearest };
  return [correctAddress({ rule, found: written, expected, ...near, fix, isSure }, found)];
}

/** Every fault in the text of a data file, at its place in `file`. */
export function checkData(data: DataFile, text: string, file: string): Fault[] {
  return locateFaults(data, data.parse(text, {}).faults, text, file);
}

function locateFaults(
  { rule }: DataFile,
  faults: readonly DataFault[],
  text: string,
  file: string,
): Fault[] {
  return faults.map(({ offset, isSure = false, ...fault }): Fault => {
    const place = buildLocation(file, text, offset);
    const { found = '', nearest: right = '' } = fault;
    const edits = isSure && text.startsWith(found, offset) && [buildEdit(place, found, right)];
    return { rule, ...place, ...fault, ...(edits && { edits }) };
  });
}
