import { defineCollection } from 'astro/content/config';
import { bibliographyFile } from './loaders/bibliography-file.ts';
import { entryFiles } from './loaders/entry-files.ts';
import { kinds, mapKinds } from './kinds/registry.ts';
import { contentFiles } from './loaders/files.ts';
import { peopleFile } from './loaders/people-file.ts';
import { yamlFile } from './loaders/yaml-file.ts';
import { people } from './schema/people.ts';
import { site } from './schema/site.ts';

export const collections = {
  site: defineCollection({ loader: yamlFile(contentFiles.site, 'site', site), schema: site }),
  ...mapKinds((kind) => {
    return defineCollection({ loader: entryFiles(kind), schema: kinds[kind].schema });
  }),
  people: defineCollection({ loader: peopleFile(), schema: people }),
  references: defineCollection({ loader: bibliographyFile() }),
};
