import { basename } from 'node:path';
import type { CachePlace } from '../cache/file-cache.ts';
import { measureLinks } from '../loaders/attachments/list.ts';
import { readEntryFile } from '../loaders/entry-file.ts';
import { loadReferences } from '../loaders/bibliography-file.ts';
import { parseFields } from '../loaders/fields.ts';
import { contentFiles, entryFolder, listEntries, listFiles } from '../loaders/files.ts';
import { expandFields, loadMacros } from '../loaders/macros.ts';
import { loadNews } from '../loaders/news-file.ts';
import { readYamlFile } from '../loaders/yaml-file.ts';
import type { Reference } from '../bibliography/reference.ts';
import { buildGraph, type EntriesByKind } from '../model/graph.ts';
import { mapKinds, texts, type TextData, type TextName } from '../kinds/registry.ts';
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
  origin: string | undefined;
}

/** Loads the data of a site, as `model/source.ts` does within Astro. Throws `ContentError` if the content has faults. */
export function loadPublishedSite({ root, origin, base, hasPdfs }: SiteSource): PublishedSite {
  const files = listFiles(root);
  const references = loadReferences(root);
  const load = <Name extends TextName>(name: Name) =>
    listEntries(files, entryFolder(name)).map((file) => {
      const { source, body, faults } = readEntryFile(root, file);
      const fields = parseFields<unknown>(texts[name].schema, source, faults) as TextData<Name>;
      const data = measureLinks(root, file, expandFields(fields, loadMacros(root)));
      return { slug: basename(file, '.mdx'), data, body };
    });
  const settings = readYamlFile(root, contentFiles.site);
  const address = origin === undefined ? undefined : origin + base;
  const graph = buildGraph({
    site: {
      ...expandFields(parseFields(site, settings.source, settings.faults), loadMacros(root)),
      address,
    },
    entries: mapKinds(load) as unknown as EntriesByKind,
    freePages: load('page'),
    news: loadNews(root),
    references: [...references.values()],
  });
  return { site: buildSite(graph, base, hasPdfs), references, origin };
}
