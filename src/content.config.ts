import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bibliographyFile } from './loaders/bibliography-file.ts';
import { yamlFile } from './loaders/yaml-file.ts';
import { paper } from './schema/paper.ts';
import { site } from './schema/site.ts';
import { thread } from './schema/thread.ts';

export const collections = {
  site: defineCollection({ loader: yamlFile('content/site.yaml', 'site'), schema: site }),
  threads: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'content/threads' }),
    schema: thread,
  }),
  papers: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'content/papers' }),
    schema: paper,
  }),
  references: defineCollection({ loader: bibliographyFile() }),
};
