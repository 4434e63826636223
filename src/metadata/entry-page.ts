import type { Reference } from '../bibliography/reference.ts';
import { findForms } from '../kinds/forms.ts';
import type { EntryView } from '../model/entry.ts';
import type { Frame } from '../model/site.ts';

/**
 * The head of an entry's page. `works` are the works that the page cites or lists; `site` is the address of the site,
 * if it has one.
 */
export function describeEntry(
  entry: EntryView,
  frame: Frame,
  works: readonly Reference[],
  site: URL | undefined,
) {
  const { title, short, description, tint, feed, authors, date, updated, tags, editions } = entry;
  const { buildCard, listScholarly } = findForms(entry);
  const named = authors ?? (frame.author === undefined ? undefined : [frame.author]);
  return {
    title: short,
    description,
    tint,
    feed,
    editions,
    card: buildCard(entry, frame),
    subject: { kind: 'entry' as const, entry, works },
    work: {
      title,
      ...(named && { authors: named }),
      published: date?.iso,
      updated,
      tags: tags.map(({ label }) => label),
      ...(listScholarly && {
        scholarly: listScholarly(entry, works, site && new URL(entry.address, site)),
      }),
    },
  };
}
