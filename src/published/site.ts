import { basename } from 'node:path';
import type { z } from 'astro/zod';
import type { CachePlace } from '../cache/file-cache.ts';
import { readEntryFile } from '../loaders/entry-file.ts';
import { loadReferences } from '../loaders/bibliography-file.ts';
import { parseFields } from '../loaders/fields.ts';
import { contentFiles, listEntries, listFiles } from '../loaders/files.ts';
import { readYamlFile } from '../loaders/yaml-file.ts';
import type { Reference } from '../bibliography/reference.ts';
import { buildGraph, type Entry } from '../model/graph.ts';
import { buildSite, type SiteView } from '../model/site.ts';
import { paper } from '../schema/paper.ts';
import { site } from '../schema/site.ts';
import { thread } from '../schema/thread.ts';

/** Where a site is built from, and where it is published. */
export interface SiteSource {
  /** The folder that holds its `content/`. */
  root: string;
  origin: string | undefined;
  base: string;
  hasPdfs: boolean;
  /** Where results of earlier builds are kept. */
  cache?: CachePlace | undefined;
}

/** The data that the pages of a site show. */
export interface PublishedSite {
  site: SiteView;
  /** The bibliography, by key. */
  references: ReadonlyMap<string, Reference>;
  origin: string | undefined;
}

/** Loads the data of a site. Throws `ContentError` where the content has faults. */
export function loadPublishedSite({ root, origin, base, hasPdfs }: SiteSource): PublishedSite {
  const files = listFiles(root);
  const references = loadReferences(root);
  const load = <Data>(folder: string, schema: z.ZodType<Data>): Entry<Data>[] =>
    listEntries(files, folder).map((file) => {
      const { source, faults } = readEntryFile(root, file);
      return { slug: basename(file, '.mdx'), data: parseFields(schema, source, faults) };
    });
  const settings = readYamlFile(root, contentFiles.site);
  const address = origin === undefined ? undefined : origin + base;
  const graph = buildGraph({
    site: { ...parseFields(site, settings.source, settings.faults), address },
    threads: load(contentFiles.threads, thread),
    papers: load(contentFiles.papers, paper),
    references: [...references.values()],
  });
  return { site: buildSite(graph, base, hasPdfs), references, origin };
}
