import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { textNames, texts, type TextData, type TextName } from '../kinds/registry.ts';
import type { Label } from '../lib/body-facts.ts';
import { listLabels } from './body/labels.ts';
import { parseMdx } from './body/mdx.ts';
import { listNodes } from './body/node.ts';
import { readEntryFile } from './entry-file.ts';
import { entryFolder } from './files.ts';
import { expandFields, loadMacros } from './macros.ts';

/** An entry that a text refers to by its slug. */
export interface NamedEntry {
  kind: TextName;
  slug: string;
  data: TextData<TextName>;
  /** The parts of its text that can be referred to. */
  labels: Label[];
}

/**
 * Loads the entry with this slug, or this folder and slug, below `root`. Returns undefined if there
 * is none, or its fields have faults.
 */
export function loadNamedEntry(root: string, name: string): NamedEntry | undefined {
  const slug = basename(name);
  for (const kind of textNames) {
    if (name !== slug && name !== `${texts[kind].folder}/${slug}`) continue;
    const file = `${entryFolder(kind)}/${slug}.mdx`;
    if (!existsSync(join(root, file))) continue;
    const { source, body } = readEntryFile(root, file);
    const macros = loadMacros(root);
    const { data } = texts[kind].schema.safeParse(expandFields(source?.data, macros));
    if (body === undefined || data === undefined) continue;
    const nodes = listNodes(parseMdx(body).tree);
    return { kind, slug, data, labels: listLabels({ nodes, macros }) };
  }
  return undefined;
}
