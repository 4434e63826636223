import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, parse, posix } from 'node:path';
import type { Fault } from '../../lib/fault.ts';
import { describeNearest } from '../../lib/nearest.ts';
import type { Body, BodyFault } from '../body/node.ts';
import { describeOutside, isContent, isPlainPath, misnamed } from '../files.ts';
import { readTextFile } from '../text-file.ts';
import { parseMeasurements } from './parse.ts';

/**
 * A table of measurements lies beside the entry, or elsewhere below `content/`, and every row of it can be
 * read. A fault in the table has its place there; that there is no table is a fault of the entry.
 *
 * @param address what the entry says, as `./latency.csv`
 * @param body the folder that holds `content/`, and the path of the entry from there
 */
export function checkMeasurementsFile(
  address: string,
  { root, file }: Pick<Body, 'root' | 'file'>,
): BodyFault[] {
  const table = posix.join(posix.dirname(file), address);
  if (!isContent(table)) return [{ rule: 'missing-file', ...describeOutside(address) }];
  const tables = listTables(join(root, posix.dirname(table)));
  if (/^\.\.?\//.test(address) && tables.includes(posix.basename(table))) {
    if (!isPlainPath(address)) return [misnamed];
    return readTable(root, table).map(({ file, line, column, found, ...fault }): BodyFault => ({
      ...fault,
      place: { file, line, column, found },
    }));
  }
  const { nearest } = describeNearest(
    parse(table).name,
    tables.map((name) => parse(name).name),
  );
  return [
    {
      rule: 'missing-file',
      expected: `a table of measurements beside the entry, as ./name.csv; “${address}” leads to none`,
      ...(nearest !== undefined && { nearest: `${posix.dirname(address)}/${nearest}.csv` }),
      fix: 'Put the file beside the entry, and write ./ before its name.',
    },
  ];
}

function listTables(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.csv'))
    .map(({ name }) => name);
}

function readTable(root: string, file: string): Fault[] {
  const { text, faults } = readTextFile(root, file);
  return text === undefined ? faults : [...faults, ...parseMeasurements(text, file).faults];
}
