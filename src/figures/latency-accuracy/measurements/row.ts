import type { TableRow } from '../measurement.ts';
import type { Cell, Report } from '../../shared/csv-line.ts';
import { guessNumber, parseNumber } from '../../shared/written-number.ts';

/** The columns of every table, those of a table with intervals, and those of queries and lengths. */
export const requiredColumns = ['architecture', 'latency_ms', 'ndcg@10'] as const;
export const intervalColumns = ['low', 'high'] as const;
export const textColumns = ['query', 'length'] as const;

export type Column = (typeof requiredColumns | typeof intervalColumns | typeof textColumns)[number];

/** The cells of a row by their columns; a short row lacks the last ones. */
export type Row = Readonly<Partial<Record<Column, Cell>>>;

/** The report of a cell that is wrong. */
type Advice = Omit<Report, 'found'>;

export interface CellFault extends Advice {
  cell: Cell;
}

/** The measurement of a row, or the faults of its cells. */
export function readRow(row: Row): { measurement?: TableRow; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const read = <Value>(column: Column, readValue: (text: string) => Value | Advice) => {
    const cell = row[column];
    const value = cell && readValue(cell.value);
    if (!isAdvice(value)) return value;
    if (cell !== undefined) faults.push({ cell, ...value });
    return undefined;
  };
  const architecture = read('architecture', (text) => readName(text, 'architecture'));
  const latency = read('latency_ms', readLatency);
  const ndcg = read('ndcg@10', readShare);
  const query = read('query', (text) => readName(text, 'query'));
  const length = read('length', (text) =>
    readName(text, 'class of lengths, or a number of tokens'),
  );

  const isGiven = intervalColumns.some((column) => row[column]?.value);
  const readEnd = (column: Column, isRight: (end: number, ndcg: number) => boolean) =>
    read(column, (text) => {
      if (text === '') return bothEnds;
      const end = readShare(text);
      const isPlaced = isAdvice(end) || ndcg === undefined || isRight(end, ndcg);
      return isPlaced ? end : describeEnd(column, ndcg);
    });
  const low = isGiven ? readEnd('low', (end, value) => end <= value) : undefined;
  const high = isGiven ? readEnd('high', (end, value) => end >= value) : undefined;

  if (faults.length > 0 || architecture === undefined) return { faults };
  if (latency === undefined || ndcg === undefined) return { faults };
  const interval = low === undefined || high === undefined ? undefined : ([low, high] as const);
  return {
    measurement: {
      architecture,
      latency,
      ndcg,
      ...(interval && { interval }),
      ...(query !== undefined && { query }),
      ...(length !== undefined && { length }),
    },
    faults,
  };
}

function isAdvice(value: unknown): value is Advice {
  return typeof value === 'object';
}

const bothEnds: Advice = {
  expected: 'both ends of the interval, or neither',
  fix: 'Write the other end too, or leave both cells empty.',
};

const numberAlone = 'Write the number alone: no unit, and a point before its decimals.';
const asMeasured = 'Write what was measured; where nothing was, take the line out.';

function describeEnd(column: Column, ndcg: number): Advice {
  return {
    expected: `a number that is ${column === 'low' ? 'at most' : 'at least'} ${ndcg}, the ndcg@10 of this row`,
    fix: 'Write the ends of the interval around ndcg@10, the lower one under low and the upper one under high.',
  };
}

function readName(text: string, what: string): string | Advice {
  if (text !== '') return text;
  return {
    expected: `the name of the ${what}`,
    fix: 'Write its name as it is to be printed.',
  };
}

function readLatency(text: string): number | Advice {
  const latency = parseNumber(text);
  if (latency !== undefined && latency > 0) return latency;
  const guess = guessNumber(text);
  return {
    expected: 'a latency in milliseconds, above 0, as 12.5',
    ...(guess !== undefined && guess > 0 && { nearest: String(guess) }),
    fix: latency === undefined ? numberAlone : asMeasured,
  };
}

function readShare(text: string): number | Advice {
  const value = parseNumber(text);
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (value !== undefined && isShare(value)) return value;
  const guess = guessNumber(text) ?? NaN;
  const isPercentage = text.endsWith('%') || guess > 1;
  const nearest = isPercentage ? Number((guess / 100).toPrecision(12)) : guess;
  return {
    expected: 'a number from 0 to 1, as 0.713',
    ...(isShare(nearest) && { nearest: String(nearest) }),
    fix: isPercentage
      ? 'Divide a percentage by 100.'
      : value === undefined
        ? numberAlone
        : asMeasured,
  };
}
