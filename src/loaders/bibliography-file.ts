import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseBibliography } from '../bibliography/parse.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { ContentError } from '../lib/fault.ts';

/** One BibTeX file as a collection of references by key. Throws `ContentError` with all its faults. */
export function bibliographyFile(file: string) {
  return {
    name: 'bibliography-file',
    schema: z.custom<Reference>(),
    async load({ config, store, watcher }) {
      const path = fileURLToPath(new URL(file, config.root));
      const read = async () => {
        const { entries, faults } = parseBibliography(await readFile(path, 'utf8'), file);
        if (faults.length > 0) throw new ContentError(faults);
        store.clear();
        for (const entry of entries) {
          const data = { ...buildReference(entry) };
          store.set({ id: entry.key, data });
        }
      };
      await read();
      watcher?.add(path);
      watcher?.on('change', (changed) => changed === path && void read());
    },
  } satisfies Loader;
}
