import { existsSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { ContentError } from '../lib/fault.ts';
import type { TextName } from '../kinds/registry.ts';
import { listFieldPictures } from '../lib/field-pictures.ts';
import { resolveFile } from './attachments/check.ts';
import { loadEntryData } from './entry-data.ts';
import { readEntryFile } from './entry-file.ts';
import { toPosix } from './entry-language.ts';
import { contentFiles, entryFolder } from './files.ts';
import { hasFile, listEntryFiles } from './own-entries.ts';
import { watchPath } from './watched-path.ts';

/**
 * Loads the entries of a kind, or the pages, as a collection by slug. Throws `ContentError` if one has faults.
 */
export function entryFiles(kind: TextName) {
  return {
    name: 'entry-files',
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      const paths = [entryFolder(kind), contentFiles.own].map((path) => join(root, path));
      await watchPath(context, paths, () => {
        const entries = listEntryFiles(root, kind).map((file) => {
          const { data, body } = loadEntryData(root, file);
          return {
            id: basename(file, '.mdx'),
            data: { ...data, ...importPictures(root, file, data) },
            body,
            // The MDX compiler reads the body from the file, through `entryBodies`. A work of own.bib alone has none.
            ...(hasFile(root, file) && { filePath: file, deferredRender: true }),
          };
        });
        store.clear();
        for (const entry of entries) store.set(entry);
      });
    },
  } satisfies Loader;
}

/** Astro imports the picture that is named after this, from the folder of the entry. */
const imported = '__ASTRO_IMAGE_';

/** The pictures that the fields of an entry name, as Astro imports them, by their addresses. */
function importPictures(root: string, file: string, data: object): { pictures?: object } {
  const found = listFieldPictures(data)
    .map(({ text }) => ({ text, path: resolveFile(file, text) }))
    // While the author writes, one may be missing.
    .filter(({ path }) => existsSync(join(root, path)));
  if (found.length === 0) return {};
  const from = (path: string) => `./${posix.relative(posix.dirname(file), path)}`;
  return {
    pictures: Object.fromEntries(found.map(({ text, path }) => [text, imported + from(path)])),
  };
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
