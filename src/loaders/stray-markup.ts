import type { Rule } from '../lib/rule.ts';
import { inField, inMarkedField, type StrayMark } from './field-marks.ts';
import { inItem, inProse } from './prose-marks.ts';
import type { MarkAdvice } from './tex-advice.ts';

export interface Stray extends MarkAdvice {
  words: string;
  index: number;
  rule?: Rule;
}

/** Matches a text without a sign that any mark begins with, as most are. */
const plain =
  /^(?!.*(?:::|:\w+:|\n[ \t]*:[ \t]|[-.)][\u00a0\u2007\u202f]))[\p{L}\p{N}\s.,:;?'"’“”()–—-]*$/su;

/** Finds the marks that begin between `from` and `to`. The letters around are read with them. */
function findMarks(text: string, marks: readonly StrayMark[], from = 0, to = text.length): Stray[] {
  if (plain.test(text.slice(from, to))) return [];
  const found: Stray[] = [];
  const told = new Uint8Array(to);
  for (const { find, rule, advise } of marks)
    for (const [index, after] of find(text)) {
      const end = Math.min(after, to);
      if (index < from || index >= end || told.subarray(index, end).includes(1)) continue;
      told.fill(1, index, end);
      const words = text.slice(index, end);
      found.push({ words, index: index - from, ...(rule && { rule }), ...advise(words) });
    }
  return found;
}

/** Where a text stands. `place` is its place in a line, and `after` the sign behind it, if that counts. */
interface Surroundings {
  place: 'line' | 'item' | 'words';
  after: '`' | '';
}

/** Stands for what is before a text in its line, where the marks that begin a line have no place. */
const before = '\ufffc';

/** `source` is the author's text, `words` the parsed text. */
export function findStrayInProse(
  source: string,
  words: string,
  { place, after }: Surroundings = { place: 'line', after: '' },
): Stray[] {
  const start = place === 'words' ? before : '';
  const marks = place === 'item' ? inItem : inProse;
  const text = start + source + after;
  return dropRead(findMarks(text, marks, start.length, start.length + source.length), words);
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
