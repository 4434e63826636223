import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Edit, Fault } from '../lib/fault.ts';
import { listContent } from '../loaders/files.ts';

/** A correction that was made in a file. */
export interface Change extends Edit {
  file: string;
}

/** One correction can show the next, of which a file has only a few. */
const mostRounds = 20;

/**
 * Makes the corrections with one right answer in the files of `content/` below `source`, until
 * `check` finds no more. Returns them in order.
 */
export async function fixContent(
  source: string,
  check: () => Promise<readonly Fault[]>,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const made = fixFaults(source, await check());
    if (made.length === 0) break;
    changes.push(...made);
  }
  return changes;
}

/** Makes the corrections of `faults`. Returns those that were made. */
function fixFaults(source: string, faults: readonly Fault[]): Change[] {
  // A file outside content/ is not listed, even if a link leads to it.
  const { files } = listContent(source);
  const byFile = Map.groupBy(faults, ({ file }) => file);
  return Array.from(byFile, ([file, group]) => {
    const path = files.get(file)?.path;
    const edits = group.flatMap(({ edits = [] }) => edits);
    if (path === undefined || edits.length === 0) return [];
    const { text, made } = applyEdits(readFileSync(path), edits);
    if (made.length > 0) replaceFile(path, text);
    return made.map((edit) => ({ file, ...edit }));
  }).flat();
}

/** Writes a file whole, or not at all. Names with a dot are not content. */
function replaceFile(path: string, text: string): void {
  const fresh = join(dirname(path), `.${basename(path)}.fixed`);
  writeFileSync(fresh, text, { mode: statSync(path).mode });
  renameSync(fresh, path);
}

/**
 * Applies those edits of a file whose old text is still there, and leaves every other byte as it
 * is. `made` are the applied edits, in order.
 */
export function applyEdits(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { text: string; made: Edit[] } {
  const unchanged = { text: '', made: [] };
  const text = decode(bytes);
  if (text === undefined) return unchanged;
  const lines = text.split('\n');
  // Locations do not count a byte order mark.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const made: Edit[] = [];
  const sorted = edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
  for (const edit of sorted) {
    const line = lines[edit.line - 1] ?? '';
    const start = edit.column - 1 + (edit.line === 1 ? mark : 0);
    const end = start + edit.old.length;
    const next = made.at(-1);
    // Of two edits of the same words the second is made in the next round.
    const isFree =
      next === undefined || next.line > edit.line || edit.column + edit.old.length <= next.column;
    if (!isFree || edit.old === edit.new || line.slice(start, end) !== edit.old) continue;
    lines[edit.line - 1] = line.slice(0, start) + edit.new + line.slice(end);
    made.push(edit);
  }
  return { text: lines.join('\n'), made: made.toReversed() };
}

/** Returns undefined for bytes that are no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Formats changes for a terminal, one a line, and their number. */
export function formatChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing to fix.';
  const show = (text: string) => `“${text.replaceAll('\t', '\\t')}”`;
  const lines = changes.map(
    (change) => `${change.file}:${change.line}  ${show(change.old)} → ${show(change.new)}`,
  );
  const { length } = changes;
  return `${lines.join('\n')}\n\nFixed ${length} ${length === 1 ? 'place' : 'places'}.`;
}
