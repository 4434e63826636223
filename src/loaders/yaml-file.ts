import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import type { Fault } from '../lib/fault.ts';
import { parseFields } from './fields.ts';
import { expandFields, loadMacros } from './macros.ts';
import { readTextFile } from './text-file.ts';
import { watchPath } from './watched-path.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** Reads a YAML file. `source` is absent if the file is missing or no text. */
export function readYamlFile(root: string, file: string): { source?: YamlSource; faults: Fault[] } {
  const { text, faults } = readTextFile(root, file);
  return text === undefined ? { faults } : { source: parseYaml(text, file), faults };
}

/**
 * Loads a YAML file as a collection with one entry, `id`. Throws `ContentError` if it has faults.
 */
export function yamlFile(file: string, id: string, schema: z.ZodType) {
  return {
    name: 'yaml-file',
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchPath(context, join(root, file), () => {
        const { source, faults } = readYamlFile(root, file);
        const fields = parseFields(schema, source, faults) as Record<string, unknown>;
        const data = expandFields(fields, loadMacros(root));
        store.set({ id, data });
      });
    },
  } satisfies Loader;
}
