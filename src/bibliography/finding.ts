import type { Fault } from '../lib/fault.ts';
import type { BibEntry } from './parse.ts';

/** A fault in an entry, without its place. */
export interface Finding extends Omit<Fault, 'file' | 'line' | 'column' | 'entry'> {
  entry: BibEntry;
  /** The faulty field; without it, the whole entry is at fault. */
  field?: string;
}

/** A fault with its place: the name of the field, or the line that the entry begins on. */
export function locateFinding({ entry, field, ...fault }: Finding, file: string): Fault {
  const { line, column } = entry.positions.get(field ?? '') ?? { line: entry.line, column: 1 };
  return { ...fault, file, line, column, entry: entry.key };
}

/** The beginning of an entry. */
export function formatHead({ type, key }: BibEntry): string {
  return `@${type}{${key},`;
}

/** The name of an entry in a report: “a” (line 3). */
export function formatEntry({ key, line }: BibEntry): string {
  return `“${key}” (line ${line})`;
}
