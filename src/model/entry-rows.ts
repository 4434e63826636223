import { linkEntry, type EntryView } from './entry.ts';
import type { EntryRow } from './site.ts';

/** The rows of entries, in their order. */
export function findRows(rows: readonly EntryRow[], entries: readonly EntryView[]): EntryRow[] {
  const byAddress = new Map(rows.map((row) => [row.address, row]));
  return entries.flatMap(({ address }) => byAddress.get(address) ?? []);
}

/** The rows of all entries. */
export function buildRows(entries: readonly EntryView[]): EntryRow[] {
  return entries.map((entry) => {
    const { kind, label, schemaType, tint, summary, glyph, when, tags, history, updated } = entry;
    const first = typeof when === 'string' ? entry.date : when.started;
    const year = entry.year ?? first?.iso.slice(0, 4);
    const [change] = history;
    return {
      ...linkEntry(entry),
      kind,
      label,
      schemaType,
      ...(tint !== undefined && { tint }),
      summary: summary.plain,
      glyph,
      when,
      tags: tags.map(({ label }) => label),
      ...(change && { change }),
      ...(updated !== undefined && { updated }),
      ...(year !== undefined && { year }),
    };
  });
}

/** The previous and next entry. */
export interface Neighbours {
  previous: EntryRow | undefined;
  next: EntryRow | undefined;
}

/** The entries before and after the one at `address`, in the order of all entries; undefined for a page that is none. */
export function findNeighbours(rows: readonly EntryRow[], address: string): Neighbours | undefined {
  const index = rows.findIndex((row) => row.address === address);
  if (index < 0) return undefined;
  return { previous: rows[index - 1], next: rows[index + 1] };
}
