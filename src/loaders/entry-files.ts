import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { ContentError } from '../lib/fault.ts';
import { readEntryFile } from './entry-file.ts';
import { parseFields } from './fields.ts';
import { listEntries, listFiles } from './files.ts';
import { watchPath } from './watched-path.ts';

/** The entries of a folder as a collection, by slug. Throws `ContentError` where one has faults. */
export function entryFiles(folder: string, schema: z.ZodObject) {
  return {
    name: 'entry-files',
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchPath(context, join(root, folder), () => {
        const entries = listEntries(listFiles(root), folder).map((file) => {
          const { source, body, faults } = readEntryFile(root, file);
          return {
            id: basename(file, '.mdx'),
            data: parseFields(schema, source, faults),
            body: body?.trim() ?? '',
            filePath: file,
            // The compiler of MDX takes the body from the file, by way of `entryBodies`.
            deferredRender: true,
          };
        });
        store.clear();
        for (const entry of entries) store.set(entry);
      });
    },
  } satisfies Loader;
}

/**
 * A plugin of Vite that gives the compiler of MDX the body of an entry alone, at its right lines, so that
 * only `readEntryFile` reads what stands above it.
 */
export function entryBodies(root: string) {
  return {
    name: 'entry-bodies',
    enforce: 'pre' as const,
    load: {
      filter: { id: /\.mdx$/ },
      handler(id: string): string {
        const { body, faults } = readEntryFile(root, toPosix(relative(root, id)));
        if (body === undefined || faults.length > 0) throw new ContentError(faults);
        // Astro takes the first lines of hyphens for those around fields: here they hold none.
        return body.replace(/^ *\n */, '---\n---');
      },
    },
  };
}

/** The fields of the entry at `path`, as its author wrote them; nothing where they cannot be read. */
export function loadFields(root: string, path: string): unknown {
  return readEntryFile(root, toPosix(relative(root, path))).source?.data;
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
