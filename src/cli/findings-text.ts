import { formatFaults, type Fault } from '../lib/fault.ts';
import { contentFiles } from '../loaders/files.ts';

/** Formats notices for a terminal, under their own heading. */
export function formatNotices(notices: readonly Fault[], isShort = false): string {
  return `Notices, which may be intended:\n\n${formatFaults(notices, { name: 'notice', isShort })}`;
}

export function formatUnset(unset: readonly string[]): string {
  const list = unset
    .map((name) =>
      name === 'address' ? `${name} (without it, there are no feeds and no sitemap)` : name,
    )
    .join(', ');
  return `Not set in ${contentFiles.site}, so not linked or shown: ${list}.`;
}

export function formatPrivateFields(counts: ReadonlyMap<string, number>): string {
  const list = Array.from(counts, ([name, count], index) => {
    return `${name} (${count}${index > 0 ? '' : count === 1 ? ' entry' : ' entries'})`;
  });
  return `Private fields left out of the downloads of works: ${list.join(', ')}.`;
}

/** Formats the list for a terminal: the count alone, or each file. */
export function formatUntranslated(files: readonly string[], all: boolean): string {
  const rest = all ? `:\n${files.map((file) => `  ${file}`).join('\n')}` : ', listed with --all.';
  return `Without a translation, which others have: ${files.length}${rest}`;
}
