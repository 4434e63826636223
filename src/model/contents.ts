import type { EntryLink } from './entry.ts';

/** What the text of an entry adds to its contents. */
export interface PageText {
  sections: readonly { id: string; title: string }[];
  references: readonly unknown[];
}

/** The parts of an entry's page: headings by id in order, those before its text and those after. */
interface PageParts extends Pick<PageText, 'sections'> {
  fields: Record<string, string | undefined>;
  closing: Record<string, string | undefined>;
}

/** The contents of a page in the order in which it is read; a part without a heading is not there. */
export function buildContents({ fields, sections, closing }: PageParts): EntryLink[] {
  const parts = [
    ...Object.entries(fields),
    ...sections.map(({ id, title }) => [id, title] as const),
    ...Object.entries(closing),
  ];
  return parts.flatMap(([id, title]) =>
    title === undefined ? [] : [{ title, address: `#${id}` }],
  );
}
