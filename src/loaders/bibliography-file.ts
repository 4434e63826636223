import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseBibliography } from '../bibliography/parse.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { ContentError } from '../lib/fault.ts';
import { contentFiles } from './files.ts';
import { watchFile } from './watched-file.ts';

const file = contentFiles.references;

/** The works of `content/references.bib` below `root`, by key. Throws `ContentError` with all faults. */
export function loadReferences(root: string): Map<string, Reference> {
  const { entries, faults } = parseBibliography(readFileSync(join(root, file), 'utf8'), file);
  if (faults.length > 0) throw new ContentError(faults);
  return new Map(entries.map((entry) => [entry.key, buildReference(entry)]));
}

/** The bibliography as a collection of references by key. */
export function bibliographyFile() {
  return {
    name: 'bibliography-file',
    schema: z.custom<Reference>(),
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchFile(context, join(root, file), () => {
        const references = loadReferences(root);
        store.clear();
        for (const [id, reference] of references) store.set({ id, data: { ...reference } });
      });
    },
  } satisfies Loader;
}
