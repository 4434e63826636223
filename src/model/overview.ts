import { buildBibliography } from './bibliography.ts';
import { pagePaths, withBase } from './address.ts';
import { listPaperContents } from './paper.ts';
import type { EntryLink } from './entry.ts';
import type { WrittenSite } from './source.ts';
import { listThreadContents } from './thread.ts';

/** An entry and the parts of its page. */
export interface OverviewEntry extends EntryLink {
  sections: EntryLink[];
}

/** Everything that the site holds, in lists. */
export interface Overview {
  entries: { heading: string; id: string; entries: OverviewEntry[] }[];
  tags: EntryLink[];
  /** The works that are cited, each by its authors and year. */
  works: (EntryLink & { authors: string; year: string })[];
}

/** Lists all that the search can find, for reading and for those who have no script. */
export function buildOverview({ site, threads, papers }: WrittenSite): Overview {
  const place = ({ title, address }: EntryLink, sections: EntryLink[]) => ({
    title,
    address,
    sections: sections.map((section) => ({ ...section, address: address + section.address })),
  });
  const page = withBase(site.frame.home, pagePaths.references());
  const uses = [...threads, ...papers].map(({ entry, text }) => ({ entry, works: text.works }));
  return {
    entries: [
      {
        heading: 'Threads',
        id: 'threads',
        entries: threads.map(({ entry, text }) => place(entry, listThreadContents(entry, text))),
      },
      {
        heading: 'Papers',
        id: 'papers',
        entries: papers.map(({ entry, text }) => place(entry, listPaperContents(entry, text))),
      },
    ].filter(({ entries }) => entries.length > 0),
    tags: site.tags.map(({ label, address }) => ({ title: label, address })),
    works: buildBibliography(uses).map(({ authors, year, title, id }) => {
      return { authors, year, title, address: `${page}#${id}` };
    }),
  };
}
