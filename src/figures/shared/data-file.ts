import type { Fault } from '../../lib/fault.ts';
import type { Rule } from '../../lib/rule.ts';

/** The attributes of a tag by their names, as its author wrote them. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** A kind of file that an author puts beside an entry, for a figure to draw. */
export interface DataFile<Value = unknown> {
  /** Without an article: “table of measurements”. */
  readonly name: string;
  /** Its address as an entry has it: “./latency.csv”. */
  readonly example: string;
  /** The rule that its faults break. */
  readonly rule: Rule;
  /** Reads the whole text of such a file, with the attributes of the tag that names it. Never throws. */
  readonly parse: (text: string, attributes: Attributes) => ParsedData<Value>;
}

export interface ParsedData<Value> {
  /** As much as can be read. */
  value: Value;
  faults: DataFault[];
}

/** A mistake at an offset of the text; without `found`, it is of the whole line. */
export interface DataFault extends Pick<Fault, 'expected' | 'nearest' | 'fix'> {
  offset: number;
  found?: string;
  /** Whether the text can only mean the nearest value. */
  isSure?: boolean;
  /** The attribute of the tag that is mistaken, where the file is not; `found` is the wrong part of its value. */
  attribute?: string;
}

/** The data in a text that has passed the check. Throws an error with every fault that it has all the same. */
export function loadData<Value>(
  { name, parse }: DataFile<Value>,
  text: string,
  attributes: Attributes = {},
): Value {
  const { value, faults } = parse(text, attributes);
  if (faults.length === 0) return value;
  const expected = faults.map((fault) => `expected ${fault.expected}`);
  throw new Error([`A ${name} was not checked:`, ...expected].join('\n'));
}
