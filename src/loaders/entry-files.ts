import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { ContentError } from '../lib/fault.ts';
import { measureLinks } from './attachments/list.ts';
import { readEntryFile } from './entry-file.ts';
import { parseFields } from './fields.ts';
import { listEntries, listFiles } from './files.ts';
import { expandFields, loadMacros } from './macros.ts';
import { watchPath } from './watched-path.ts';

/**
 * Loads the entries of a folder as a collection by slug. Throws `ContentError` if one has faults.
 */
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
            data: measureLinks(
              root,
              file,
              expandFields(parseFields(schema, source, faults), loadMacros(root)),
            ),
            body: body?.trim() ?? '',
            filePath: file,
            // The MDX compiler reads the body from the file, through `entryBodies`.
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
 * A Vite plugin that passes only the body of an entry to the MDX compiler, with its line numbers,
 * so that only `readEntryFile` reads front matter.
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
        // Astro takes the first `---` lines for front matter. Here they are empty.
        return body.replace(/^ *\n */, '---\n---');
      },
    },
  };
}

/**
 * Loads the front matter of the entry at `path`, unparsed by the schema, or undefined if it cannot
 * be read.
 */
export function loadFields(root: string, path: string): unknown {
  return readEntryFile(root, toPosix(relative(root, path))).source?.data;
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
