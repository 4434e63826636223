import { basename } from 'node:path';
import { textNames, texts, type TextData, type TextName } from '../kinds/registry.ts';
import type { Label } from '../lib/body-facts.ts';
import { listLabels } from './body/labels.ts';
import { parseMdx } from './body/mdx.ts';
import { listNodes } from './body/node.ts';
import { readEntryFile } from './entry-file.ts';
import { entryFolder } from './files.ts';
import { expandFields, loadMacros } from './macros.ts';
import { findEntrySchema, findOwnWork, hasFile } from './own-entries.ts';

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
    if (!hasFile(root, file) && !findOwnWork(root, file)) continue;
    const { source, body } = readEntryFile(root, file);
    const macros = loadMacros(root);
    const fields = expandFields(source?.data, macros);
    const data = findEntrySchema(root, file).safeParse(fields).data as
      TextData<TextName> | undefined;
    if (body === undefined || data === undefined) continue;
    const nodes = listNodes(parseMdx(body).tree);
    return { kind, slug, data, labels: listLabels({ nodes, macros, text: body }) };
  }
  return undefined;
}
