import type { Run } from '../bibliography/runs.ts';
import { buildBibliography } from './bibliography.ts';
import { pagePaths, withBase } from './address.ts';
import { linkEntry, type EntryLink } from './entry.ts';
import type { FreePage } from './free-page.ts';
import type { EntryText, WrittenSite } from './source.ts';
import { buildContents, type ContentsPart } from './contents.ts';
import type { EntryView } from './entry.ts';
import { kindNames, kinds } from '../kinds/registry.ts';

/** An entry with the parts of its page. */
export interface OverviewEntry extends EntryLink, Pick<FreePage, 'editions'> {
  sections: ContentsPart[];
}

/** Lists of all content. */
export interface Overview {
  entries: { heading: string; id: string; entries: OverviewEntry[] }[];
  tags: EntryLink[];
  /** The cited works by authors and year. */
  works: { authors: string; year: string; title: Run[]; address: string }[];
}

/** Lists everything that search can find, for browsing and for readers without JavaScript. */
export function buildOverview({ site, entries, freePages }: WrittenSite): Overview {
  const { words } = site.frame;
  const place = (entry: EntryView | FreePage, text: EntryText) => {
    const linkPart = ({ title, address }: EntryLink) => ({
      title,
      address: entry.address + address,
    });
    const sections = buildContents(entry, text, words).map(({ figures, ...section }) => ({
      ...linkPart(section),
      figures: figures.map(linkPart),
    }));
    const { editions } = entry;
    return { ...linkEntry(entry), ...(editions && { editions }), sections };
  };
  const page = withBase(site.frame.home, pagePaths.references());
  const uses = [
    ...entries.map(({ entry, text }) => ({ entry, works: text.works })),
    ...freePages.map(({ page, text }) => ({ entry: page, works: text.works })),
  ];
  const pages = freePages.map(({ page, text }) => place(page, text));
  return {
    entries: [
      ...kindNames.map((kind) => ({
        heading: words.kinds[kind].plural,
        id: kinds[kind].folder,
        entries: entries
          .filter(({ entry }) => entry.kind === kind)
          .map(({ entry, text }) => place(entry, text)),
      })),
      { heading: words.list.pages, id: 'pages', entries: pages },
    ].filter(({ entries }) => entries.length > 0),
    tags: site.tags.map(({ label, address }) => ({ title: label, address })),
    works: buildBibliography(uses).map(({ authors, year, title, id }) => {
      return { authors, year, title, address: `${page}#${id}` };
    }),
  };
}
