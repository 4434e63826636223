import { defineCollection } from 'astro/content/config';
import { bibliographyFile } from './loaders/bibliography-file.ts';
import { entryFiles } from './loaders/entry-files.ts';
import { textNames, texts } from './kinds/registry.ts';
import { contentFiles } from './loaders/files.ts';
import { newsFile } from './loaders/news-file.ts';
import { peopleFile } from './loaders/people-file.ts';
import { yamlFile } from './loaders/yaml-file.ts';
import { news } from './schema/news.ts';
import { people } from './schema/people.ts';
import { site } from './schema/site.ts';

export const collections = {
  site: defineCollection({ loader: yamlFile(contentFiles.site, 'site', site), schema: site }),
  ...Object.fromEntries(
    textNames.map((name) => {
      const { schema } = texts[name];
      return [name, defineCollection({ loader: entryFiles(name), schema })];
    }),
  ),
  news: defineCollection({ loader: newsFile(), schema: news }),
  people: defineCollection({ loader: peopleFile(), schema: people }),
  references: defineCollection({ loader: bibliographyFile() }),
};
