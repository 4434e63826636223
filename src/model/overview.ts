import { buildBibliography } from './bibliography.ts';
import { pagePaths, withBase } from './address.ts';
import type { EntryLink } from './entry.ts';
import type { Written, WrittenSite } from './source.ts';
import { buildContents } from './contents.ts';
import { kindNames, kinds } from '../kinds/registry.ts';

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
export function buildOverview({ site, entries }: WrittenSite): Overview {
  const place = ({ entry, text }: Written) => ({
    title: entry.title,
    address: entry.address,
    sections: buildContents(entry, text).map((section) => ({
      ...section,
      address: entry.address + section.address,
    })),
  });
  const page = withBase(site.frame.home, pagePaths.references());
  const uses = entries.map(({ entry, text }) => ({ entry, works: text.works }));
  return {
    entries: kindNames
      .map((kind) => ({
        heading: kinds[kind].plural,
        id: kinds[kind].folder,
        entries: entries.filter(({ entry }) => entry.kind === kind).map(place),
      }))
      .filter(({ entries }) => entries.length > 0),
    tags: site.tags.map(({ label, address }) => ({ title: label, address })),
    works: buildBibliography(uses).map(({ authors, year, title, id }) => {
      return { authors, year, title, address: `${page}#${id}` };
    }),
  };
}
