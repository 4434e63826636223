import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bibliographyFile } from './loaders/bibliography-file.ts';
import { contentFiles } from './loaders/files.ts';
import { yamlFile } from './loaders/yaml-file.ts';
import { paper } from './schema/paper.ts';
import { site } from './schema/site.ts';
import { thread } from './schema/thread.ts';

const listEntries = (base: string) => glob({ pattern: '*.mdx', base });

export const collections = {
  site: defineCollection({ loader: yamlFile(contentFiles.site, 'site'), schema: site }),
  threads: defineCollection({
    loader: listEntries(contentFiles.threads),
    schema: thread,
  }),
  papers: defineCollection({
    loader: listEntries(contentFiles.papers),
    schema: paper,
  }),
  references: defineCollection({ loader: bibliographyFile() }),
};
