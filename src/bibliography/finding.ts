import type { Fault } from '../lib/fault.ts';
import type { BibEntry } from './parse.ts';

/** A fault in an entry, without its place. */
export interface Finding extends Omit<Fault, 'file' | 'line' | 'column'> {
  entry: BibEntry;
  /** The field that is at fault; without it, the entry as a whole is. */
  field?: string;
}

/** A fault with its place: the name of the field, or the line that the entry begins on. */
export function locateFinding({ entry, field, ...fault }: Finding, file: string): Fault {
  const { line, column } = entry.positions.get(field ?? '') ?? { line: entry.line, column: 1 };
  return { ...fault, file, line, column };
}

/** How an entry begins. */
export function formatHead({ type, key }: BibEntry): string {
  return `@${type}{${key},`;
}

/** The entry as a report names it: “a” (line 3). */
export function formatEntry({ key, line }: BibEntry): string {
  return `“${key}” (line ${line})`;
}
