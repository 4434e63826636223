import type { Fault } from '../lib/fault.ts';
import { buildLocation, listLineStarts } from './source.ts';

const mark = /^(?:<{7}|>{7})(?: |$)/;

/**
 * Finds the marks of a merge that Git could not finish, and reads the first of the two versions: the other one would
 * repeat each of its lines as a fault. Line numbers stay. A listing of an entry may show such marks.
 */
export function readFirstVersion(text: string, file: string): { text: string; faults: Fault[] } {
  if (!new RegExp(mark, 'm').test(text)) return { text, faults: [] };
  const faults: Fault[] = [];
  const lines = text.split('\n');
  const starts = listLineStarts(text);
  const tell = (index: number, fix: string) =>
    faults.push({
      rule: 'unreadable-text',
      ...buildLocation(file, text, starts[index] ?? 0),
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
    const conflict = findConflict(lines, index);
    lines[index] = '';
    if (conflict === undefined) {
      tell(index, 'Remove the mark, and what is left of the version that is not right.');
      continue;
    }
    const { base, middle, end } = conflict;
    const marks = [index, base ?? [], middle].flat().map((at) => at + 1);
    tell(
      index,
      `Keep the right lines of those up to line ${end + 1}, and remove the marks in lines ${marks.join(', ')} and ${end + 1}.`,
    );
    lines.fill('', base ?? middle, end + 1);
  }
  return { text: lines.join('\n'), faults };
}

/** The lines of the other marks of a conflict. `base` is that of the version before both, if Git wrote it. */
interface Conflict {
  base?: number;
  middle: number;
  end: number;
}

/** Finds the conflict that begins at a line; undefined if its marks do not belong together. */
function findConflict(lines: readonly string[], start: number): Conflict | undefined {
  if (lines[start]?.startsWith('<') !== true) return undefined;
  let base: number | undefined;
  let middle: number | undefined;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (mark.test(line)) {
      const isEnd = line.startsWith('>') && middle !== undefined;
      return isEnd
        ? { ...(base !== undefined && { base }), middle: middle ?? at, end: at }
        : undefined;
    }
    if (middle === undefined && /^\|{7}(?: |$)/.test(line)) base = at;
    if (/^={7}$/.test(line.trimEnd())) middle ??= at;
  }
  return undefined;
}
