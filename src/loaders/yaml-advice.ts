import type { ErrorCode } from 'yaml';
import type { Fault } from '../lib/fault.ts';

/** A mistake in YAML: the parser's error code, or one of our own. */
export type YamlSlip = ErrorCode | 'NO_FIELD' | 'INDENTATION' | 'MARK' | 'ESCAPE' | 'COMMENT';

/**
 * A report of a mistake. `column` is set if the mistake is elsewhere in the line than the parser
 * noticed it.
 */
type YamlAdvice = Pick<Fault, 'expected' | 'fix' | 'nearest'> & { column?: number };

/** Describes a `slip` on line `number` (from 1) of `lines`. */
export function adviseOnYaml(lines: string[], number: number, slip: YamlSlip): YamlAdvice {
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
      expected: 'quotation marks around a text with a space and #; otherwise the rest is a comment',
      ...correct(quote(value)),
      fix: 'Put the text in quotation marks. If it is a comment, put a space after the #.',
    };
  if (/^["']/.test(value))
    return {
      column,
      expected: value.includes('\\')
        ? 'single quotation marks around a text with a backslash, which is special in double ones'
        : 'one quotation mark before and after the text, and none of the same kind inside',
      ...correct(quote(unquote(value))),
      fix: 'Quote the whole text once. In single quotation marks, write each apostrophe twice.',
    };
  if (/^[[{][^\]}]*$/.test(value)) {
    const bracket = value.startsWith('[') ? ']' : '}';
    return {
      column,
      expected: `${bracket} to close the ${value.charAt(0)}`,
      ...correct(value + bracket),
      fix: `Add the ${bracket}.`,
    };
  }
  if (/^[|>]/.test(value))
    return {
      column,
      expected: `the text on the lines below the ${value.charAt(0)}, indented by two spaces`,
      fix: 'Begin the text on the next line, or remove the sign and quote the text.',
    };
  if (/^-\s/.test(value))
    return {
      column,
      expected: 'each list item on its own line, below the name of the field',
      ...correct(`[${value.replace(/^-\s+/, '')}]`),
      fix: 'Begin the list on the next line, or write it in brackets: [a, b].',
    };
  const sign = /^[[{@`%&*!,?\]}#]/.exec(value)?.[0];
  if (sign === undefined && !/:(\s|$)/.test(value))
    return { ...indentation, column: findStart(line) };
  const isItem = slip === 'MARK' && /^[[{]/.test(value);
  return {
    ...(!isItem && { column, ...correct(quote(value)) }),
    expected: `quotation marks around a text that ${sign === undefined ? 'contains a colon and a space' : `begins with ${isItem ? 'this sign' : sign}`}`,
    fix: 'Put the whole text in quotation marks, or indented on the lines below “>-”.',
  };
}

const indentation: YamlAdvice = {
  expected: 'the same indentation for all lines of a list or field, and more for deeper levels',
  fix: 'Indent this line like those of the same level, by two spaces per level.',
};

/** Mistakes that concern the line itself, not its value. */
const lineAdvice: Partial<Record<YamlSlip, YamlAdvice>> = {
  INDENTATION: indentation,
  TAB_AS_INDENT: {
    expected: 'spaces, not tabs, at the beginning of the line',
    fix: 'Replace each tab by two spaces.',
  },
  DUPLICATE_KEY: {
    expected: 'each field only once; this one is already set above',
    fix: 'Remove one of the two, or merge them. In a list, begin each item with “- ”.',
  },
  MULTIPLE_DOCS: {
    expected: 'no line of three hyphens or dots between the fields',
    fix: 'Remove the line.',
  },
};

function adviseOnField(line: string): YamlAdvice {
  const [, name, value = ''] = /^\s*([\w-]+)\s*[:：=]\s*(.*)$/.exec(line) ?? [];
  return {
    expected: 'a field written as “name: value”, with a colon and a space',
    ...(name !== undefined && { nearest: `${name}: ${value}`.trim() }),
    fix: 'Put a colon and a space after the name. If the line continues the one above, indent it.',
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
