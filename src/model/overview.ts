import type { Run } from '../bibliography/runs.ts';
import { buildBibliography } from './bibliography.ts';
import { pagePaths, withBase } from './address.ts';
import { linkEntry, type EntryLink } from './entry.ts';
import type { Written, WrittenSite } from './source.ts';
import { buildContents, type ContentsPart } from './contents.ts';
import { kindNames, kinds } from '../kinds/registry.ts';

/** An entry with the parts of its page. */
export interface OverviewEntry extends EntryLink {
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
export function buildOverview({ site, entries }: WrittenSite): Overview {
  const place = ({ entry, text }: Written) => {
    const linkPart = ({ title, address }: EntryLink) => ({
      title,
      address: entry.address + address,
    });
    const sections = buildContents(entry, text).map(({ figures, ...section }) => ({
      ...linkPart(section),
      figures: figures.map(linkPart),
    }));
    return { ...linkEntry(entry), sections };
  };
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
