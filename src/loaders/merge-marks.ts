import type { Fault } from '../lib/fault.ts';
import { buildLocation } from './source.ts';

const mark = /^(?:<{7}|>{7})(?: |$)/;

/**
 * Finds the marks of a merge that Git could not finish, and reads the first of the two versions: the other one would
 * repeat each of its lines as a fault. Line numbers stay. A listing of an entry may show such marks.
 */
export function readFirstVersion(text: string, file: string): { text: string; faults: Fault[] } {
  if (!new RegExp(mark, 'm').test(text)) return { text, faults: [] };
  const faults: Fault[] = [];
  const lines = text.split('\n');
  const offsets: number[] = [];
  for (let at = 0, index = 0; index < lines.length; index++) {
    offsets.push(at);
    at += (lines[index] ?? '').length + 1;
  }
  const tell = (index: number, fix: string) =>
    faults.push({
      rule: 'unreadable-text',
      ...buildLocation(file, text, offsets[index] ?? 0),
      expected: 'one version of these lines; Git wrote two of them, between marks',
      fix,
    });
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, opening] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (file.endsWith('.mdx') && opening !== undefined) {
      if (fence === undefined) fence = opening;
      else if (line.trim().startsWith(fence)) fence = undefined;
    }
    if (fence !== undefined || !mark.test(line)) continue;
    const { middle, end } = findEnd(lines, index);
    if (middle < 0 || end < 0) {
      lines[index] = '';
      tell(index, 'Remove the mark, and what is left of the version that is not right.');
      continue;
    }
    const base = lines.findIndex((one, at) => at > index && /^\|{7}(?: |$)/.test(one));
    const hasBase = base > 0 && base < middle;
    const marks = [index, ...(hasBase ? [base] : []), middle].map((at) => at + 1).join(', ');
    tell(
      index,
      `Keep the right lines of those up to line ${end + 1}, and remove the marks in lines ${marks} and ${end + 1}.`,
    );
    lines[index] = '';
    lines.fill('', hasBase ? base : middle, end + 1);
  }
  return { text: lines.join('\n'), faults };
}

/** The middle and the last mark of the conflict that begins at a line; negative if there is none. */
function findEnd(lines: readonly string[], start: number): { middle: number; end: number } {
  if (!lines[start]?.startsWith('<')) return { middle: -1, end: -1 };
  const next = lines.findIndex((line, index) => index > start && mark.test(line));
  const middle = lines.findIndex((line, index) => index > start && /^={7}$/.test(line.trimEnd()));
  const isWhole = lines[next]?.startsWith('>') === true && middle < next;
  return isWhole ? { middle, end: next } : { middle: -1, end: -1 };
}
