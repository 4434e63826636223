import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseBibliography } from '../bibliography/parse.ts';
import { removePrivateFields } from '../bibliography/private-fields.ts';
import { buildReference, type Reference } from '../bibliography/reference.ts';
import { ContentError, type Fault } from '../lib/fault.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { readTextFile } from './text-file.ts';
import { watchPath } from './watched-path.ts';
import { parseYaml } from './yaml.ts';

const file = contentFiles.references;

/** A cache of the last result: every entry's text asks for it. */
let last: { from: string; works: ReadonlyMap<string, Reference> } | undefined;

/**
 * Loads the works of `content/references.bib` below `root` by key, without their private fields.
 * Throws `ContentError` with all faults.
 */
export function loadReferences(root: string): ReadonlyMap<string, Reference> {
  const { text = '', faults: unreadable } = readTextFile(root, file);
  const names = loadPrivateNames(root);
  const from = JSON.stringify([text, unreadable, names]);
  if (last?.from !== from) last = { from, works: parseWorks(text, unreadable, names) };
  return last.works;
}

function parseWorks(text: string, unreadable: readonly Fault[], names: readonly string[]) {
  const { faults } = parseBibliography(text, file);
  if (unreadable.length + faults.length > 0) throw new ContentError([...unreadable, ...faults]);
  const { entries } = parseBibliography(removePrivateFields(text, names), file);
  return new Map(entries.map((entry) => [entry.key, buildReference(entry)]));
}

/** Returns the bibliography fields that `content/site.yaml` declares private. */
export function loadPrivateNames(root: string): string[] {
  const { text = '' } = readTextFile(root, contentFiles.site);
  const names = getValue(parseYaml(text, contentFiles.site).data, ['bibtexPrivate']);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** Loads the bibliography as a collection of references by key. */
export function bibliographyFile() {
  return {
    name: 'bibliography-file',
    schema: z.custom<Reference>(),
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchPath(context, join(root, file), () => {
        const references = loadReferences(root);
        store.clear();
        for (const [id, reference] of references) store.set({ id, data: { ...reference } });
      });
    },
  } satisfies Loader;
}
