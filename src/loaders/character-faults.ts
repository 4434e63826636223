import {
  findOpenIsolate,
  formatCodePoint,
  invisible,
  turning,
  unreadable,
} from '../lib/characters.ts';
import type { Edit, Fault } from '../lib/fault.ts';

export interface CharacterFault extends Pick<Fault, 'rule' | 'expected' | 'fix'> {
  character: string;
  index: number;
}

/** Finds the first unreadable character, and the first that reverses the direction of text. */
export function findCharacterFaults(text: string): CharacterFault[] {
  return [
    ...findFirst(text, unreadable).map(({ name, more, ...found }) => ({
      ...found,
      rule: 'unreadable-text' as const,
      expected: `text in UTF-8 without unprintable characters such as ${name}${more}`,
      fix: adviseOn(found.character),
    })),
    ...findFirst(text, turning).map(({ name, more, ...found }) => ({
      ...found,
      rule: 'text-direction' as const,
      expected: `text without characters that reverse its direction, such as ${name}${more}`,
      fix: 'Delete the character. Arabic and Hebrew run from right to left by themselves.',
    })),
  ];
}

/** Finds a direction mark that is not closed within `text`, a field or a paragraph. */
export function findOpenDirection(text: string): CharacterFault[] {
  const index = findOpenIsolate(text);
  if (index < 0) return [];
  const character = text[index] ?? '';
  const isEnd = character === '\u2069';
  return [
    {
      rule: 'text-direction',
      character,
      index,
      expected: isEnd
        ? 'U+2066, U+2067 or U+2068 before U+2069, in the same field or paragraph'
        : `U+2069 after ${formatCodePoint(character)}, in the same field or paragraph`,
      fix: 'Add the missing character, or delete this one. Both are invisible.',
    },
  ];
}

/** The removals of all invisible characters of a text. */
export function listInvisible(text: string): Edit[] {
  return text.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(invisible), (found) => ({
      line: index + 1,
      column: found.index + 1,
      old: found[0],
      new: '',
    })),
  );
}

function findFirst(text: string, pattern: RegExp) {
  const [first, ...others] = text.matchAll(pattern);
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [{ index: first.index, character: first[0], name: formatCodePoint(first[0]), more }];
}

function adviseOn(character: string): string {
  if (character === '\ufffd') return 'Save the file as UTF-8, and type the character again.';
  // In UTF-16, every letter of English has one beside it.
  if (character === '\0') return 'Save the file as UTF-8. It may be in UTF-16.';
  if (character === '\r') return 'Save the file with Unix (LF) or Windows (CRLF) line ends.';
  if (/[\u2028\u2029]/.test(character)) return 'Delete the character, or start a new line there.';
  const meant = new TextDecoder('windows-1252').decode(Buffer.from(character, 'latin1'));
  if (/[\x80-\x9f]/.test(character) && meant !== character)
    return `Write ${meant} instead, its meaning in the encoding Windows-1252.`;
  return 'Delete the invisible character. It often comes with text copied from a PDF.';
}
