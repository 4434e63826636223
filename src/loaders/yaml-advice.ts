import type { ErrorCode } from 'yaml';
import type { Edit, Fault } from '../lib/fault.ts';

/** A mistake in YAML: the parser's error code, or one of our own. */
export type YamlSlip = ErrorCode | 'NO_FIELD' | 'INDENTATION' | 'MARK' | 'ESCAPE' | 'COMMENT';

/**
 * A report of a mistake. `column` is set if the mistake is elsewhere in the line than the parser
 * noticed it.
 */
type YamlAdvice = Pick<Fault, 'expected' | 'fix' | 'nearest' | 'edits'> & { column?: number };

/** Describes a `slip` on line `number` (from 1) of `lines`. `names` are the fields of the file. */
export function adviseOnYaml(
  lines: string[],
  number: number,
  slip: YamlSlip,
  names: readonly string[],
): YamlAdvice {
  const line = lines[number - 1]?.trimEnd() ?? '';
  const asLine = lineAdvice[slip];
  const replaceLine = (text: string) => ({
    edits: [{ line: number, column: line.search(/\S/) + 1, old: line.trim(), new: text }],
  });
  if (asLine !== undefined)
    return {
      ...asLine,
      column: findStart(line),
      ...(slip === 'TAB_AS_INDENT' && { edits: replaceTabs(lines, number) }),
    };
  if (slip === 'NO_FIELD') {
    const { name, ...advice } = adviseOnField(line);
    const isSure = advice.nearest !== undefined && names.includes(name ?? '');
    return { ...advice, ...(isSure && replaceLine(advice.nearest ?? '')) };
  }

  const [, name = '', value = ''] =
    /^(\s*(?:-\s+)*(?:[^\s'"[\]{}#][^:]*:(?=\s|$)\s*)?)(.*)$/.exec(line) ?? [];
  // A correction of this line is complete only if the value ends with the line.
  const isWhole = /^\s*([#-].*|[\w-]+:.*)?$/.test(lines[number] ?? '');
  const correct = (corrected: string, isSure = true): Partial<YamlAdvice> => {
    const nearest = (name + corrected).trim();
    return isWhole ? { nearest, ...(isSure && replaceLine(nearest)) } : {};
  };
  const column = name.length + 1;

  const [, label = '', address = ''] = /^\[([^\]]+)\]\((\S+)\)$/.exec(value) ?? [];
  if (label !== '' && isInLinks(lines.slice(0, number - 1), name)) {
    const link = `{ label: ${/[^\p{L}\p{N} ]/u.test(label) ? quote(label) : label}, address: ${address} }`;
    return {
      column,
      expected: 'a link as its label and its address',
      ...correct(link),
      fix: `Write ${link}.`,
    };
  }
  if (slip === 'COMMENT')
    return {
      column,
      expected: 'quotation marks around a text with a space and #; otherwise the rest is a comment',
      // Nobody comments with a colour alone.
      ...correct(quote(value), /^#[\da-f]{3,8}$/i.test(value)),
      fix: 'Put the text in quotation marks. If it is a comment, put a space after the #.',
    };
  if (/^["']/.test(value))
    return {
      column,
      expected: value.includes('\\')
        ? 'single quotation marks around a text with a backslash, which is special in double ones'
        : 'one quotation mark before and after the text, and none of the same kind inside',
      ...correct(quote(unquote(value)), !isOpen(value) && !hasEscape(value)),
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
  // Of a list in brackets, only the items that begin with a sign need quotation marks.
  const items = /^\[[^[\]{}'"]*\]$/.test(value) ? value.slice(1, -1).split(/\s*,\s*/) : [];
  if (items.some((item) => /^[@`%&*!|>]/.test(item.trim())))
    return {
      ...(slip !== 'MARK' && { column }),
      expected: 'quotation marks around an item that begins with a sign such as * or @',
      ...correct(
        `[${items.map((item) => (/^[@`%&*!|>]/.test(item.trim()) ? quote(item.trim()) : item)).join(', ')}]`,
      ),
      fix: 'Put the item in quotation marks.',
    };
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

function adviseOnField(line: string): YamlAdvice & { name?: string } {
  const [, name, value = ''] = /^\s*([\w-]+)\s*[:：=]\s*(.*)$/.exec(line) ?? [];
  return {
    expected: 'a field written as “name: value”, with a colon and a space',
    ...(name !== undefined && { name, nearest: `${name}: ${value}`.trim() }),
    fix: 'Put a colon and a space after the name. If the line continues the one above, indent it.',
  };
}

/** Returns the column of the first character, or of a tab before it. */
function findStart(line: string): number {
  return Math.max(line.search(/\t|\S/), 0) + 1;
}

/** Whether a line that begins with `name` holds an item of the field “links”. */
function isInLinks(above: readonly string[], name: string): boolean {
  const field = name.includes(':') ? name : (above.findLast((line) => /^\w/.test(line)) ?? '');
  return /^links:\s*$/.test(field);
}

/** Quotes `text` with the marks that need the least change. */
function quote(text: string): string {
  if (text.includes("'") && !text.includes('"') && !text.includes('\\')) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether a text in double quotation marks also has escapes that are meant. */
function hasEscape(value: string): boolean {
  return value.startsWith('"') && /\\(\\|x[\da-f]{2}|u[\da-f]{4})/i.test(value);
}

/** Whether the closing quotation mark is missing: its place is only a guess. */
function isOpen(value: string): boolean {
  return !value.includes(value.charAt(0), 1);
}

/** Replaces the tabs at the beginning of a line, and of those that follow it. */
function replaceTabs(lines: string[], number: number): Edit[] {
  const rest = lines.slice(number - 1);
  const end = rest.findIndex((line) => !/^[ ]*\t/.test(line));
  return rest.slice(0, end < 0 ? rest.length : end).map((line, index) => {
    const [old = ''] = /^\s+/.exec(line) ?? [];
    return { line: number + index, column: 1, old, new: old.replaceAll('\t', '  ') };
  });
}

/**
 * Removes the quotation marks of `value`, even if the closing one is missing, and the backslashes
 * before other double ones.
 */
function unquote(value: string): string {
  const mark = value.charAt(0);
  if (value.length > 1 && value.endsWith(mark) && !value.endsWith(`\\${mark}`))
    return mark === '"' ? value.slice(1, -1).replaceAll('\\"', '"') : value.slice(1, -1);
  return value.includes(mark, 1) ? value : value.slice(1);
}
