import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseBibliography } from '../bibliography/parse.ts';
import { removePrivateFields } from '../bibliography/private-fields.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { removeInvisible } from '../lib/characters.ts';
import { ContentError, type Fault } from '../lib/fault.ts';
import { contentFiles } from './files.ts';
import { loadOwnBibliography, type OwnBibliography } from './own-bibliography.ts';
import { loadPrivateNames } from './private-names.ts';
import { readTextFile } from './text-file.ts';
import { watchPath } from './watched-path.ts';

const file = contentFiles.references;

/** Reads the bibliography. A site without one has no file, or an empty one. */
export function readBibliography(root: string): ReturnType<typeof readTextFile> {
  return existsSync(join(root, file)) ? readTextFile(root, file) : { text: '', faults: [] };
}

/** A cache of the last result: every entry's text asks for it. */
let last:
  | { from: string; own: OwnBibliography['works']; works: ReadonlyMap<string, Reference> }
  | undefined;

/**
 * Loads the works of `content/references.bib` and `content/own.bib` below `root` by key, without their private fields.
 * Throws `ContentError` with all faults.
 */
export function loadReferences(root: string): ReadonlyMap<string, Reference> {
  const { text = '', faults: unreadable } = readBibliography(root);
  const names = loadPrivateNames(root);
  const own = loadOwnBibliography(root).works;
  const from = JSON.stringify([text, unreadable, names]);
  if (last?.from !== from || last.own !== own) {
    const works = parseWorks(text, unreadable, names);
    for (const { reference } of own.values()) works.set(reference.key, reference);
    last = { from, own, works };
  }
  return last.works;
}

function parseWorks(text: string, unreadable: readonly Fault[], names: readonly string[]) {
  // A fault of one work matters where that is cited; the check knows where.
  const faults = parseBibliography(text, file).faults.filter(({ entry }) => entry === undefined);
  if (unreadable.length + faults.length > 0) throw new ContentError([...unreadable, ...faults]);
  const { entries } = parseBibliography(removePrivateFields(text, names), file);
  return new Map(entries.map((entry) => [entry.key, buildReference(entry)]));
}

/** A Vite plugin that imports the bibliography as text, the author's own works first: empty if there is no file. */
export function bibliographyText(root: string) {
  const path = `${root}/${file}`;
  const paths = [`${root}/${contentFiles.own}`, path];
  return {
    name: 'bibliography-text',
    enforce: 'pre' as const,
    resolveId: {
      filter: { id: /\/references\.bib\?raw$/ },
      handler: () => `${path}?raw`,
    },
    load: {
      filter: { id: /\/references\.bib\?raw$/ },
      handler(this: { addWatchFile: (path: string) => void }): string {
        for (const one of paths) this.addWatchFile(one);
        const texts = paths
          .filter((one) => existsSync(one))
          .map((one) => removeInvisible(readFileSync(one, 'utf8')));
        return `export default ${JSON.stringify(texts.join('\n'))};`;
      },
    },
  };
}

/** Loads the bibliography as a collection of references by key. */
export function bibliographyFile() {
  return {
    name: 'bibliography-file',
    schema: z.custom<Reference>(),
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      const paths = [file, contentFiles.own].map((path) => join(root, path));
      await watchPath(context, paths, () => {
        const references = loadReferences(root);
        store.clear();
        for (const [id, reference] of references) store.set({ id, data: { ...reference } });
      });
    },
  } satisfies Loader;
}
