import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Label } from '../lib/body-facts.ts';
import { paper, type Paper } from '../schema/paper.ts';
import { thread, type Thread } from '../schema/thread.ts';
import { listLabels } from './body/labels.ts';
import { parseMdx } from './body/mdx.ts';
import { listNodes } from './body/node.ts';
import { readEntryFile } from './entry-file.ts';
import { contentFiles } from './files.ts';

interface LoadedKind<Kind, Data> {
  kind: Kind;
  slug: string;
  data: Data;
  /** The parts of its text that can be referred to. */
  labels: Label[];
}

/** An entry that a text refers to by its slug. */
export type NamedEntry = LoadedKind<'thread', Thread> | LoadedKind<'paper', Paper>;

/**
 * Loads the entry with this slug below `root`. Returns undefined if there is none, or its fields
 * have faults.
 */
export function loadNamedEntry(root: string, slug: string): NamedEntry | undefined {
  return (
    load(root, 'thread', contentFiles.threads, slug, thread) ??
    load(root, 'paper', contentFiles.papers, slug, paper)
  );
}

function load<Kind, Data>(
  root: string,
  kind: Kind,
  folder: string,
  slug: string,
  schema: z.ZodType<Data>,
): LoadedKind<Kind, Data> | undefined {
  const file = `${folder}/${slug}.mdx`;
  if (!existsSync(join(root, file))) return undefined;
  const { source, body } = readEntryFile(root, file);
  const { data } = schema.safeParse(source?.data);
  if (body === undefined || data === undefined) return undefined;
  return { kind, slug, data, labels: listLabels({ nodes: listNodes(parseMdx(body).tree) }) };
}
