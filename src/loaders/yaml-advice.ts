import type { ErrorCode } from 'yaml';
import type { Fault } from '../lib/fault.ts';

/** A mistake in YAML: the parser's error code, or one of our own. */
export type Slip = ErrorCode | 'NO_FIELD' | 'INDENTATION' | 'MARK' | 'ESCAPE' | 'COMMENT';

/**
 * A report of a mistake. `column` is set if the mistake is elsewhere in the line than the parser
 * noticed it.
 */
type Advice = Pick<Fault, 'expected' | 'fix' | 'nearest'> & { column?: number };

/** Describes a `slip` on line `number` (from 1) of `lines`. */
export function adviseOnYaml(lines: string[], number: number, slip: Slip): Advice {
  const line = lines[number - 1]?.trimEnd() ?? '';
  const asLine = lineAdvice[slip];
  if (asLine !== undefined) return { ...asLine, column: findStart(line) };
  if (slip === 'NO_FIELD') return adviseOnField(line);

  const [, name = '', value = ''] =
    /^(\s*(?:-\s+)*(?:[^\s'"[\]{}#][^:]*:(?=\s|$)\s*)?)(.*)$/.exec(line) ?? [];
  // A correction of this line is complete only if the value ends with the line.
  const isWhole = /^\s*([#-].*|[\w-]+:.*)?$/.test(lines[number] ?? '');
  const correct = (corrected: string) => (isWhole ? { nearest: (name + corrected).trim() } : {});
  const column = name.length + 1;

  if (slip === 'COMMENT')
    return {
      column,
      expected: 'quotation marks around a text that holds a space and #, else the rest is left out',
      ...correct(quote(value)),
      fix: 'Put the text between quotation marks; if it is a remark, put a space after the #.',
    };
  if (/^["']/.test(value))
    return {
      column,
      expected: value.includes('\\')
        ? 'single quotation marks around a text with a backslash; between double ones it has a meaning'
        : 'one quotation mark before the text and one after it, and none of the same kind within',
      ...correct(quote(unquote(value))),
      fix: 'Quote the whole text once; write an apostrophe between single quotation marks twice.',
    };
  if (/^[[{][^\]}]*$/.test(value)) {
    const bracket = value.startsWith('[') ? ']' : '}';
    return {
      column,
      expected: `${bracket} at the end of what ${value.charAt(0)} begins`,
      ...correct(value + bracket),
      fix: `Add the ${bracket}.`,
    };
  }
  if (/^[|>]/.test(value))
    return {
      column,
      expected: `the text on the lines below ${value.charAt(0)}, indented by two spaces`,
      fix: 'Begin the text on a line of its own; or take the sign out and quote the text.',
    };
  if (/^-\s/.test(value))
    return {
      column,
      expected: 'each item of a list on a line of its own, below the name of the field',
      ...correct(`[${value.replace(/^-\s+/, '')}]`),
      fix: 'Begin the list on the next line, or write it in brackets: [a, b].',
    };
  const sign = /^[[{@`%&*!,?\]}#]/.exec(value)?.[0];
  if (sign === undefined && !/:(\s|$)/.test(value))
    return { ...indentation, column: findStart(line) };
  const isItem = slip === 'MARK' && /^[[{]/.test(value);
  return {
    ...(!isItem && { column, ...correct(quote(value)) }),
    expected: `quotation marks around a text that ${sign === undefined ? 'holds a colon and a space' : `begins with ${isItem ? 'such a sign' : sign}`}`,
    fix: 'Put the whole text between quotation marks, or below “>-” on lines of its own, indented.',
  };
}

const indentation: Advice = {
  expected:
    'lines of one list or field that begin in the same column, and deeper ones further right',
  fix: 'Indent this line as far as those that it belongs to; two spaces for each level.',
};

/** Mistakes that concern the line itself, not its value. */
const lineAdvice: Partial<Record<Slip, Advice>> = {
  INDENTATION: indentation,
  TAB_AS_INDENT: {
    expected: 'spaces at the beginning of the line; here stands a tab',
    fix: 'Replace each tab by two spaces.',
  },
  DUPLICATE_KEY: {
    expected: 'each field once; this one stands above already',
    fix: 'Take one of the two out, or join what they hold; in a list, begin each item with “- ”.',
  },
  MULTIPLE_DOCS: {
    expected: 'no line of three hyphens or dots between the fields',
    fix: 'Take the line out.',
  },
};

function adviseOnField(line: string): Advice {
  const [, name, value = ''] = /^\s*([\w-]+)\s*[:：=]\s*(.*)$/.exec(line) ?? [];
  return {
    expected: 'a field as “name: value”, with a colon and a space',
    ...(name !== undefined && { nearest: `${name}: ${value}`.trim() }),
    fix: 'Put a colon and a space after the name; indent the line if it goes on with the one above.',
  };
}

/** Returns the column of the first character, or of a tab before it. */
function findStart(line: string): number {
  return Math.max(line.search(/\t|\S/), 0) + 1;
}

/** Quotes `text` with the marks that need the least change. */
function quote(text: string): string {
  if (text.includes("'") && !text.includes('"') && !text.includes('\\')) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Removes the quotation marks of `value`, even if the closing one is missing. */
function unquote(value: string): string {
  const mark = value.charAt(0);
  if (value.length > 1 && value.endsWith(mark)) return value.slice(1, -1);
  return value.includes(mark, 1) ? value : value.slice(1);
}
