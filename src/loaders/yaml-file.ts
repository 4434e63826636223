import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { ContentError } from '../lib/fault.ts';
import { watchFile } from './watched-file.ts';
import { parseYaml } from './yaml.ts';

/** One YAML file as a collection of one entry, `id`. Throws `ContentError` where it cannot be read. */
export function yamlFile(file: string, id: string): Loader {
  return {
    name: 'yaml-file',
    async load(context) {
      const { config, store, parseData } = context;
      const path = join(fileURLToPath(config.root), file);
      await watchFile(context, path, async () => {
        const { data, faults } = parseYaml(await readFile(path, 'utf8'), file);
        if (faults.length > 0) throw new ContentError(faults);
        store.set({ id, data: await parseData({ id, data: data as Record<string, unknown> }) });
      });
    },
  };
}
