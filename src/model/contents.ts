import type { EntryLink, EntryView, PagePart } from './entry.ts';

/** The text of an entry's page. */
export interface PageText {
  sections: readonly PagePart[];
  references: readonly unknown[];
}

/** The table of contents of an entry's page. */
export function buildContents(
  { parts, history }: Pick<EntryView, 'parts' | 'history'>,
  { sections, references }: PageText,
): EntryLink[] {
  return [
    ...parts.before,
    ...sections,
    ...parts.after,
    ...(history.length > 0 ? [{ id: 'history', title: 'History' }] : []),
    ...(references.length > 0 ? [{ id: 'references', title: 'References' }] : []),
    { id: 'cite', title: 'How to cite' },
  ].map(({ id, title }) => ({ title, address: `#${id}` }));
}
