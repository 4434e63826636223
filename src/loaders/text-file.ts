import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { buildPlace } from './source.ts';

/** What no one types: controls, what stands for unreadable bytes, and blanks without width. */
const unreadable = /[\0-\x08\v\f\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffd]/g;

/** The text of a file with line ends as `\n`, and what in it no one can read. */
export function readTextFile(root: string, file: string): { text?: string; faults: Fault[] } {
  const path = join(root, file);
  if (!existsSync(path)) return { faults: [describeMissing(file)] };
  const text = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const [first, ...others] = Array.from(text.matchAll(unreadable), ({ index }) => index);
  if (first === undefined) return { text, faults: [] };
  const faults = [describeUnreadable(file, text, first, others.length)];
  // Of what is no text at all, nothing else can be said.
  return text.includes('\0') ? { faults } : { text, faults };
}

function describeMissing(file: string): Fault {
  return {
    rule: 'missing-file',
    file,
    line: 1,
    column: 1,
    found: 'no file that can be read',
    expected: `${basename(file)}, which the site is built from`,
    mend: 'Put the file back, or write a new one after the example in README.md.',
  };
}

function describeUnreadable(file: string, text: string, offset: number, others: number): Fault {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const more = others === 0 ? '' : ` (and ${others} more in this file)`;
  return {
    rule: 'unreadable-text',
    ...buildPlace(file, text, offset),
    expected: `text in UTF-8 without unprintable characters; here stands U+${code}${more}`,
    mend:
      code === 'FFFD'
        ? 'Save the file in the encoding UTF-8, and write the character anew.'
        : 'Delete the character, which cannot be seen; it often comes with text copied from a PDF.',
  };
}
