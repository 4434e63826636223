import { isMisspelling, nearest } from '../../lib/nearest.ts';
import type { Attributes, DataFault } from '../shared/data-file.ts';

/** The places of the columns that a tag names. */
export interface Columns {
  x: number;
  y: number[];
  series?: number;
  panels?: number;
  low?: number;
  high?: number;
}

type Blame = (attribute: string, fault: Omit<DataFault, 'offset' | 'attribute'>) => void;

/** A function that reports the mistakes of a tag’s attributes. */
export function createBlame(faults: DataFault[]): Blame {
  return (attribute, fault) => faults.push({ offset: 0, attribute, ...fault });
}

/**
 * Finds the columns that a tag names in its table, and reports those that are not there, and attributes that do not
 * suit each other. Undefined where a plot has not all that it needs.
 */
export function findColumns(
  columns: readonly string[],
  attributes: Attributes,
  blame: Blame,
): Columns | undefined {
  const find = (attribute: string, name: string): number | undefined => {
    const [place, again] = columns.flatMap((column, index) => (column === name ? [index] : []));
    if (place !== undefined && again === undefined) return place;
    const near = place === undefined ? nearest(name, columns) : undefined;
    blame(attribute, {
      found: name,
      expected:
        place === undefined
          ? `a column of the table: ${columns.join(', ')}`
          : `the name of one column; two are named ${name}`,
      ...(near !== undefined && { nearest: near, isSure: isMisspelling(name, near, columns) }),
      fix:
        place === undefined
          ? 'Write the name of a column as the first line of the table has it.'
          : 'Give the two columns different names in the first line of the table.',
    });
    return undefined;
  };
  const { kind, x = '', y = '', series, low, high } = attributes;
  const given = ['series', 'panels', 'low', 'high'].filter((name) => attributes[name]?.trim());
  const others = given.map((name) => [name, find(name, attributes[name]?.trim() ?? '')] as const);
  // The name of a column can have a comma.
  const listed = columns.includes(y.trim()) ? [y] : y.split(',');
  const places = listed.map((name) => find('y', name.trim()));
  const found: Record<string, number | undefined> = {
    ...Object.fromEntries(others),
    x: find('x', x.trim()),
  };
  if (listed.length > 1 && series !== undefined)
    blame('series', {
      expected: 'no column of series beside several columns of y, which are a series each',
      fix: 'Remove series, or name one column as y.',
    });
  else if (listed.length > 1 && (low ?? high) !== undefined)
    blame(low === undefined ? 'high' : 'low', {
      expected: 'one column of y, which the interval is around',
      fix: 'Name one column as y, or remove low and high.',
    });
  else if ((low === undefined) !== (high === undefined) || (kind === 'interval' && !low))
    blame(low === undefined ? (high === undefined ? 'kind' : 'high') : 'low', {
      expected: 'both low and high, the columns with the ends of the intervals',
      fix: 'Add the attribute that is missing, as high="upper".',
    });
  else if (!places.includes(undefined) && Object.values(found).every((one) => one !== undefined))
    return { ...found, y: places } as unknown as Columns;
  return undefined;
}
