import { splitText } from '../loaders/entry-file.ts';
import { buildLocation } from '../loaders/source.ts';
import { parseYaml } from '../loaders/yaml.ts';
import { leave, type Draft } from './draft.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A text of another site. */
export interface Document {
  file: string;
  fields: Fields;
  /** The prose, after as many empty lines as the fields have. */
  body: string;
  /** The line of a field; the first line if there is no such field. */
  line: (field: string) => number;
}

/** Reads a text with fields in YAML at its top. Lists the fields that cannot be read. */
export function readDocument(draft: Draft, file: string): Document | undefined {
  const text = draft.source.read(file);
  if (text === undefined) {
    leave(draft, file, 1, 'It is no text in UTF-8.');
    return undefined;
  }
  if (/^\+\+\+\s*\n/.test(text)) {
    leave(draft, file, 1, 'Its fields are in TOML. Write them in YAML, and import it again.');
    return undefined;
  }
  const parts = splitText(text);
  if (parts === undefined) return { file, fields: {}, body: text, line: () => 1 };
  return { ...readYaml(draft, file, parts.fields), body: parts.body };
}

/** Reads a file of YAML. Lists the fields that cannot be read. */
export function readYamlFile(draft: Draft, file: string): Omit<Document, 'body'> | undefined {
  const text = draft.source.files.includes(file) ? draft.source.read(file) : undefined;
  return text === undefined ? undefined : readYaml(draft, file, text);
}

function readYaml(draft: Draft, file: string, yaml: string): Omit<Document, 'body'> {
  const { data, locate, faults, unread } = parseYaml(indentQuotations(yaml), file);
  // Other faults are only those that this site is strict about.
  const isRead = data !== undefined && unread.length === 0;
  for (const { line, expected } of isRead ? [] : faults)
    leave(draft, file, line, `Not read: ${expected}.`);
  const fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  return { file, fields, line: (field) => (field in fields ? locate([field]).line : 1) };
}

/** A quoted text of several lines at the beginning of a line. */
const quotation = /^[\w-]+:[ \t]*(?:'(?:[^']|'')*'|"(?:\\.|[^"\\])*")[ \t]*$/gm;

/** Indents the lines of quoted texts, which other parsers read without. */
function indentQuotations(yaml: string): string {
  return yaml.replace(quotation, (words) =>
    /\n[\w-]+:(?:\s|$)/.test(words) ? words : words.replace(/\n(?=\S)/g, '\n '),
  );
}

/** The line of words in a text. */
export function findLine({ file, body }: Pick<Document, 'file' | 'body'>, words: string): number {
  const [first = ''] = words.trim().split('\n');
  return buildLocation(file, body, Math.max(body.indexOf(first), 0)).line;
}

/** A text or a number as a text; empty for anything else. */
export function readText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The first field among `names` that has a text. */
export function readFirst(fields: Fields, names: readonly string[]): string {
  return names.map((name) => readText(fields[name])).find(Boolean) ?? '';
}

/** The items of a list, or the only one. */
export function readItems(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A list of texts, or its only one. */
export function readList(value: unknown): string[] {
  return readItems(value).map(readText).filter(Boolean);
}

/** The fields of a field. */
export function readInner(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** The day, month or year at the beginning of a value; empty if there is none. */
export function readDate(value: unknown): string {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T\s])/.exec(readText(value))?.[0] ?? '';
}

/** Lists the fields of a text that no field of this site takes. `known` are read, `looks` only say how a page looks. */
export function leaveFields(
  draft: Draft,
  { file, fields, line }: Document,
  known: readonly string[],
  looks: RegExp,
): void {
  const isSet = (value: unknown) =>
    readText(value) !== '' || (typeof value === 'object' && value !== null);
  for (const name of Object.keys(fields))
    if (!known.includes(name) && !looks.test(name) && isSet(fields[name]))
      leave(draft, file, line(name), `${name}: no field of this site takes it.`);
}
