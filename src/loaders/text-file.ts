import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { invisible, removeInvisible } from '../lib/characters.ts';
import type { Fault } from '../lib/fault.ts';
import { findCharacterFaults, listInvisible } from './character-faults.ts';
import { readFirstVersion } from './merge-marks.ts';
import { buildLocation } from './source.ts';

/** The letters of a long book; of a bibliography with twenty thousand works. */
const mostLetters = 250_000;
const mostOfBibliography = 10_000_000;

/**
 * Reads a file with `\n` line ends, and the faults of its characters. Its text is without invisible characters, so that
 * one in a name or an address is no second fault.
 */
export function readTextFile(root: string, file: string): { text?: string; faults: Fault[] } {
  const content = readContent(join(root, file));
  if (content === undefined) return { faults: [describeMissing(file)] };
  const isBibtex = file.endsWith('.bib');
  const plain = content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const text = isBibtex ? removeInvisible(plain) : plain;
  const most = isBibtex ? mostOfBibliography : mostLetters;
  if (text.length > most) return { faults: [describeLarge(file, text.length, most)] };
  const merged = readFirstVersion(text.replace(invisible, ''), file);
  const faults = findCharacterFaults(text).map(
    ({ character, index, rule, expected, fix }): Fault => ({
      rule,
      ...buildLocation(file, text, index),
      expected,
      fix,
      ...(character.search(invisible) === 0 && { edits: listInvisible(text) }),
    }),
  );
  // A binary file has no other faults.
  if (text.includes('\0')) return { faults };
  return { text: merged.text, faults: [...faults, ...merged.faults] };
}

/** Returns undefined if there is no file, or it cannot be read. */
function readContent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function describeMissing(file: string): Fault {
  return {
    rule: 'missing-file',
    file,
    line: 1,
    column: 1,
    found: 'no file that can be read',
    expected: `${basename(file)}, which the site requires`,
    fix: 'Restore the file, or write a new one like the example in README.md.',
  };
}

function describeLarge(file: string, count: number, most: number): Fault {
  return {
    rule: 'too-large',
    file,
    line: 1,
    column: 1,
    found: `${count} letters`,
    expected: `at most ${most} letters in this file`,
    fix: file.endsWith('.bib')
      ? 'Remove works that no text cites.'
      : 'Split the file, or shorten it.',
  };
}
