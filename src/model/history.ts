import { buildDate, type CalendarDate } from '../lib/date.ts';
import type { ChangeKind, History } from '../schema/history.ts';
import type { TextPart } from './citing-text.ts';
import { markTitle } from './marked-text.ts';
import type { Words } from '../words/words.ts';

/** A change of an entry, ready to be shown. */
export interface Change {
  /** The id of the change on its entry's page. It stays the same when other changes are added. */
  id: string;
  date: CalendarDate;
  kind: ChangeKind;
  label: string;
  note: string;
  /** The note with its marks, for pages; absent if it has none. */
  markup?: TextPart[] | undefined;
}

/** The changes of an entry, the newest first. If dates are equal, the one written last comes first. */
export function buildHistory(history: History, words: Words): Change[] {
  const counts = new Map<string, number>();
  return history
    .map((change) => {
      const id = `history-${change.date}-${change.change}`;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return { ...change, id: count === 1 ? id : `${id}-${count}` };
    })
    .toReversed()
    .toSorted((a, b) => b.date.localeCompare(a.date, 'en'))
    .map(({ id, date, change, note }) => {
      const { title, markup } = markTitle(note);
      return {
        id,
        date: buildDate(date, words.language),
        kind: change,
        label: words.entry.changes[change],
        note: title,
        ...(markup && { markup }),
      };
    });
}
