import { z } from 'astro/zod';
import { formatCslJson } from '../../bibliography/csl-json.ts';
import { hideInJson } from '../../lib/hidden-email.ts';
import { slugify } from '../../lib/slug.ts';
import { findForms } from '../../kinds/forms.ts';
import { kindNames, kinds, type KindName } from '../../kinds/registry.ts';
import type { EntryLink, EntryView } from '../../model/entry.ts';
import type { EntryText, WrittenSite } from '../../model/source.ts';
import { findContact, locate } from '../subject.ts';
import { listRelations } from './relations.ts';
import type { ResearchEntry } from './fields.ts';
import { buildGridData } from './grid.ts';
import { listUriLinks } from './links.ts';
import { research, type Research } from './schema.ts';

type Locate = (address: string) => string;

/** The whole site as data. Addresses are absolute if `origin` is known. */
export function buildResearch(written: WrittenSite, origin: string | undefined): Research {
  const { site, entries } = written;
  const { frame, tags } = site;
  const find: Locate = (address) => locate(address, origin);
  const works = entries.flatMap(({ text }) => text.works);
  const lists = Object.fromEntries(
    kindNames.map((kind) => [
      kinds[kind].folder,
      entries
        .filter(({ entry }) => entry.kind === kind)
        .map(({ entry, text }) => buildEntry(entry, text, find)),
    ]),
  ) as Pick<Research, (typeof kinds)[KindName]['folder']>;
  return {
    $schema: find(`${frame.home}research.schema.json`),
    site: {
      title: frame.title,
      description: frame.intro,
      language: frame.language,
      page: find(frame.home),
      ...(frame.author !== undefined && { author: frame.author }),
      contacts: listUriLinks(frame.contacts, find),
      ...(frame.license && { license: frame.license.id }),
    },
    ...lists,
    tags: tags.map(({ label, address }) => ({ id: slugify(label), label, page: find(address) })),
    references: formatCslJson([...new Map(works.map((work) => [work.key, work])).values()]),
    relations: listRelations(written, find),
  };
}

/** Formats the site as data. The email address of the author is written with an escape. */
export function formatResearch(written: WrittenSite, origin: string | undefined): string {
  const json = `${JSON.stringify(buildResearch(written, origin), null, 2)}\n`;
  const email = findContact(written.site.frame, 'mailto:')?.slice('mailto:'.length);
  return email === undefined ? json : hideInJson(json, email);
}

/** The JSON Schema of `research.json`. */
export function buildResearchSchema(home: string, origin: string | undefined): object {
  const { $schema, ...schema } = z.toJSONSchema(research);
  const address = locate(`${home}research.schema.json`, origin);
  return { $schema, ...(origin !== undefined && { $id: address }), ...schema };
}

function buildEntry(entry: EntryView, { sections }: EntryText, find: Locate): ResearchEntry {
  const { id, title, language, address, history, pipeline, grid, citation } = entry;
  const [own] = formatCslJson([citation.work]);
  if (own === undefined) throw new Error(`The citation of ${id} is empty.`);
  return {
    id,
    title,
    ...(language !== undefined && { language }),
    page: find(address),
    history: history.map(({ date, kind, note }) => ({ date: date.iso, change: kind, note })),
    ...(pipeline && { pipeline }),
    ...(grid && { grid: buildGridData(grid, find) }),
    sections: sections
      .filter(({ id }) => id !== '')
      .map(({ id, title }): EntryLink => ({
        title,
        address: find(`${address}#${encodeURI(id)}`),
      })),
    citation: own,
    ...findForms(entry).buildData(entry, find),
  };
}
