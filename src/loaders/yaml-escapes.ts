import { turning, unreadable } from '../lib/characters.ts';

/** Commands of TeX that begin like the escape for a tab. Nobody types a tab before these letters. */
const afterTab =
  /^(?:theta|tau|times|text\w*|tilde|tfrac|tanh?|triangle\w*|top?|tbinom|therefore)\b/;

/** Commands of TeX that begin like the escape for a new line. They are meant within formulas. */
const afterLine =
  /^(?:nabla|nu|neq?|neg|not|notin|ni|nmid|nparallel|nless|ngtr|nleq|ngeq|nsubseteq|newline|nonumber|nolimits)\b/;

/**
 * Whether a text in double quotation marks has a backslash that was not meant as an escape: it
 * gives a character that nobody types, or it begins a command of TeX.
 *
 * @param source the text as it is written
 * @param value the text as YAML means it
 */
export function hasStrayEscape(source: string, value: string): boolean {
  const read = value.replaceAll('\r\n', '\n');
  if (read.search(unreadable) >= 0 || read.search(turning) >= 0) return true;
  const escapes = source.matchAll(/\\(?:([nt])(?=([a-z]+))|.)/gs);
  return escapes.some(({ 0: escape, 1: letter, 2: rest = '' }) => {
    if (letter === undefined) return escape === '\\_' || escape === '\\N';
    const command = letter + rest;
    return afterTab.test(command) || (source.includes('$') && afterLine.test(command));
  });
}
