import { getCollection, getEntry, render } from 'astro:content';
import { buildGraph } from './graph.ts';
import { buildSite, type SiteView } from './site.ts';

/** The whole site as its pages show it, from the content collections. */
export async function loadSite(): Promise<SiteView> {
  const [threads, papers, references, site] = await Promise.all([
    getCollection('threads'),
    getCollection('papers'),
    getCollection('references'),
    getEntry('site', 'site'),
  ]);
  if (site === undefined) throw new Error('content/site.yaml was not read.');
  const toEntry = <Data>({ id, data }: { id: string; data: Data }) => ({ slug: id, data });
  const graph = buildGraph({
    site: site.data,
    threads: threads.map(toEntry),
    papers: papers.map(toEntry),
    references: references.map(({ data }) => data),
  });
  return buildSite(graph, import.meta.env.BASE_URL);
}

/** The body of an entry, ready to be placed; `undefined` where the author wrote none. */
export async function loadBody(collection: 'threads' | 'papers', slug: string) {
  const entry = await getEntry(collection, slug);
  if (!entry?.body?.trim()) return undefined;
  const { Content, remarkPluginFrontmatter } = await render(entry);
  return { Content, ...(remarkPluginFrontmatter as { styles?: string; hasMath?: boolean }) };
}
