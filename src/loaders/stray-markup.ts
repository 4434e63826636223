import type { Rule } from '../lib/rule.ts';
import { inField, inMarkedField, type StrayMark } from './field-marks.ts';
import { inProse } from './prose-marks.ts';
import type { MarkAdvice } from './tex-advice.ts';

export interface Stray extends MarkAdvice {
  words: string;
  index: number;
  rule?: Rule;
}

/** Matches a text without a sign that any mark begins with, as most are. */
const plain =
  /^(?!.*(?:::|:\w+:|\n[ \t]*:[ \t]|[-.)][\u00a0\u2007\u202f]))[\p{L}\p{N}\s.,:;?'"’“”()–—-]*$/su;

function findMarks(text: string, marks: readonly StrayMark[]): Stray[] {
  if (plain.test(text)) return [];
  const found: Stray[] = [];
  const told = new Uint8Array(text.length);
  for (const { find, rule, advise } of marks)
    for (const [index, end] of find(text)) {
      if (told.subarray(index, end).includes(1)) continue;
      told.fill(1, index, end);
      const words = text.slice(index, end);
      found.push({ words, index, ...(rule && { rule }), ...advise(words) });
    }
  return found;
}

/** Stands for what is before a text in its line, where the marks that begin a line have no place. */
const before = '\ufffc';

/** `source` is the author's text, `words` the parsed text. */
export function findStrayInProse(source: string, words: string, beginsLine = true): Stray[] {
  if (beginsLine) return dropRead(findMarks(source, inProse), words);
  const found = findMarks(before + source, inProse);
  return dropRead(
    found.map((stray) => ({ ...stray, index: stray.index - 1 })),
    words,
  );
}

/** The same for a part of a field with the language of prose. */
export function findStrayInMarkedField(source: string, words: string): Stray[] {
  return dropRead(findMarks(source, inMarkedField), words);
}

/** Drops recognized entities, which do not occur in the parsed text. */
function dropRead(strays: readonly Stray[], words: string): Stray[] {
  return strays.filter((one) => !/^&[a-z]/i.test(one.words) || words.includes(one.words));
}

export function findStrayInField(text: string): Stray[] {
  return findMarks(text, inField);
}
