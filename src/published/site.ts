import { basename } from 'node:path';
import type { CachePlace } from '../cache/file-cache.ts';
import { loadEntryData } from '../loaders/entry-data.ts';
import { resolveFile } from '../loaders/attachments/check.ts';
import { loadReferences } from '../loaders/bibliography-file.ts';
import { parseFields } from '../loaders/fields.ts';
import { contentFiles, listFiles } from '../loaders/files.ts';
import { expandFields, loadMacros } from '../loaders/macros.ts';
import { loadNews } from '../loaders/news-file.ts';
import { listEntryFiles } from '../loaders/own-entries.ts';
import { loadPeople } from '../loaders/people-file.ts';
import { readYamlFile } from '../loaders/yaml-file.ts';
import type { Reference } from '../bibliography/reference.ts';
import { buildGraph, type EntriesByKind, type Entry } from '../model/graph.ts';
import { mapKinds, type TextData, type TextName } from '../kinds/registry.ts';
import { buildSite, type SiteView } from '../model/site.ts';
import { site } from '../schema/site.ts';

/** The source and the address of a site. */
export interface SiteSource {
  /** The folder with `content/`. */
  root: string;
  origin: string | undefined;
  base: string;
  hasPdfs: boolean;
  /** Where results of earlier builds are kept. */
  cache?: CachePlace | undefined;
}

/** The data behind the pages of a site. */
export interface PublishedSite {
  site: SiteView;
  /** The bibliography, by key. */
  references: ReadonlyMap<string, Reference>;
  /** The path of the photograph of the author, from the folder that holds `content/`. */
  photo?: string;
  origin: string | undefined;
}

/** Loads the data of a site, as `model/source.ts` does within Astro. Throws `ContentError` if the content has faults. */
export function loadPublishedSite({ root, origin, base, hasPdfs }: SiteSource): PublishedSite {
  const files = listFiles(root);
  const references = loadReferences(root);
  const load = (name: TextName) =>
    listEntryFiles(root, name, files).map((file) => {
      return { slug: basename(file, '.mdx'), ...loadEntryData(root, file) };
    });
  const settings = readYamlFile(root, contentFiles.site);
  const address = origin === undefined ? undefined : origin + base;
  const data = expandFields(parseFields(site, settings.source, settings.faults), loadMacros(root));
  const photo = data.author.photo && resolveFile(contentFiles.site, data.author.photo.src);
  const graph = buildGraph({
    site: { ...data, address },
    entries: mapKinds(load) as unknown as EntriesByKind,
    freePages: load('page') as Entry<TextData<'page'>>[],
    news: loadNews(root),
    references: [...references.values()],
    people: loadPeople(root),
  });
  return { site: buildSite(graph, base, hasPdfs), references, ...(photo && { photo }), origin };
}
