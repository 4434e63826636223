import { findEntry, type Entry, type Graph } from '../../model/graph.ts';
import type { Thread } from '../thread/schema.ts';
import type { Paper } from './schema.ts';

/** The papers that name a thread. */
export function listPapersOf({ entries }: Graph, { slug }: Entry<Thread>): Entry<Paper>[] {
  return entries.paper.filter(({ data }) => data.threads.includes(slug));
}

/** The threads that a paper names. Throws if one does not exist. */
export function listThreadsOf({ entries }: Graph, { slug, data }: Entry<Paper>): Entry<Thread>[] {
  return data.threads.map((name) => findEntry(entries.thread, name, `${slug} names the thread`));
}

/** The other threads that share a paper with one. */
export function listRelatedThreads(graph: Graph, thread: Entry<Thread>): Entry<Thread>[] {
  const named = new Set(listPapersOf(graph, thread).flatMap(({ data }) => data.threads));
  return graph.entries.thread.filter(({ slug }) => slug !== thread.slug && named.has(slug));
}

/** The other papers that share a thread with one. */
export function listRelatedPapers(
  { entries }: Graph,
  { slug, data }: Entry<Paper>,
): Entry<Paper>[] {
  const shares = (paper: Paper) => paper.threads.some((name) => data.threads.includes(name));
  return entries.paper.filter((paper) => paper.slug !== slug && shares(paper.data));
}
