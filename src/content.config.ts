import { defineCollection } from 'astro:content';
import { bibliographyFile } from './loaders/bibliography-file.ts';
import { entryFiles } from './loaders/entry-files.ts';
import { contentFiles } from './loaders/files.ts';
import { yamlFile } from './loaders/yaml-file.ts';
import { paper } from './schema/paper.ts';
import { site } from './schema/site.ts';
import { thread } from './schema/thread.ts';

export const collections = {
  site: defineCollection({ loader: yamlFile(contentFiles.site, 'site', site), schema: site }),
  threads: defineCollection({
    loader: entryFiles(contentFiles.threads, thread),
    schema: thread,
  }),
  papers: defineCollection({
    loader: entryFiles(contentFiles.papers, paper),
    schema: paper,
  }),
  references: defineCollection({ loader: bibliographyFile() }),
};
