import type { SectionFacts } from '../lib/body-facts.ts';
import type { EntryLink, EntryView, PagePart } from './entry.ts';
import type { Words } from '../words/words.ts';

/** The text of an entry's page. */
export interface PageText {
  sections: readonly SectionFacts[];
  references: readonly unknown[];
}

/** A part of a page, and the interactive figures in it. */
export interface ContentsPart extends EntryLink {
  figures: EntryLink[];
}

/** The parts of a page around its text. A page that is no entry has neither a history nor a citation. */
interface Surroundings extends Pick<EntryView, 'parts'> {
  history?: readonly unknown[];
  citation?: { hasAuthor: boolean };
}

/** The table of contents of a page. */
export function buildContents(
  { parts, history = [], citation }: Surroundings,
  { sections, references }: PageText,
  words: Words,
): ContentsPart[] {
  return [
    ...parts.before,
    // Figures before the first heading are parts of the page themselves.
    ...sections.flatMap((section) => (section.id === '' ? section.figures : [section])),
    ...parts.after,
    ...(history.length > 0 ? [{ id: 'history', title: words.entry.history }] : []),
    ...(references.length > 0 ? [{ id: 'references', title: words.works.references }] : []),
    ...(citation?.hasAuthor ? [{ id: 'cite', title: words.entry.howToCite }] : []),
  ].map(({ figures = [], ...part }: PagePart & { figures?: PagePart[] }) => ({
    ...linkPart(part),
    figures: figures.map(linkPart),
  }));
}

function linkPart({ id, title }: PagePart): EntryLink {
  return { title, address: `#${id}` };
}
