import { buildDate, type CalendarDate } from '../lib/date.ts';
import { formatProse } from '../lib/typography.ts';
import type { ChangeKind, History } from '../schema/history.ts';

/** A change of an entry as it is shown. */
export interface Change {
  date: CalendarDate;
  kind: ChangeKind;
  label: string;
  note: string;
}

const labels: Record<ChangeKind, string> = {
  status: 'Status',
  'phase-begun': 'Phase begun',
  'phase-ended': 'Phase ended',
  version: 'New version',
  correction: 'Correction',
  withdrawal: 'Withdrawal',
  retraction: 'Retraction',
};

/** The changes of an entry, the newest first; of one date, the last one written. */
export function buildHistory(history: History, language: string): Change[] {
  return history
    .toReversed()
    .toSorted((a, b) => b.date.localeCompare(a.date, 'en'))
    .map(({ date, change, note }) => ({
      date: buildDate(date, language),
      kind: change,
      label: labels[change],
      note: formatProse(note),
    }));
}
