import { getCollection, getEntry, render } from 'astro:content';
import bibliography from '#content/references.bib?raw';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Reference } from '../bibliography/reference.ts';
import type { BodyFacts } from '../lib/body-facts.ts';
import type { EntryLink } from './entry.ts';
import { buildGraph } from './graph.ts';
import type { PaperView } from './paper.ts';
import { buildReferenceList, orderWorks, type ListedReference } from './reference-list.ts';
import { buildSite, type SiteView } from './site.ts';
import type { ThreadView } from './thread.ts';

/** The author's bibliography as it stands. */
export { bibliography };

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

/** What the page of an entry holds beside its fields. */
export interface EntryText extends Pick<BodyFacts, 'styles' | 'hasMath'> {
  sections: { id: string; title: string }[];
  /** Absent where the author wrote no body. */
  Content?: AstroComponentFactory;
  references: ListedReference[];
  /** The same works whole, in the same order. */
  works: Reference[];
}

type EntryCollection = 'threads' | 'papers';

/** The text of an entry, ready to be placed, and the works that the page cites or lists. */
export async function loadText(collection: EntryCollection, slug: string): Promise<EntryText> {
  const entry = await getEntry(collection, slug);
  if (entry === undefined) throw new Error(`There is no entry “${slug}” in content/${collection}.`);
  const references = await getCollection('references');
  const byKey = new Map(references.map(({ id, data }) => [id, data]));
  const { Content, remarkPluginFrontmatter } = await render(entry);
  const { citations = [], sections = [], styles, hasMath } = remarkPluginFrontmatter as BodyFacts;
  const works = orderWorks(entry.data.references, citations, byKey);
  return {
    ...(entry.body?.trim() && { Content }),
    sections,
    styles,
    hasMath,
    references: buildReferenceList(works, citations),
    works,
  };
}

/** Every entry with the works that its page cites or lists. */
export async function loadUses(): Promise<{ entry: EntryLink; works: Reference[] }[]> {
  const { threads, papers } = await loadSite();
  const load = async (collection: EntryCollection, { slug, ...entry }: ThreadView | PaperView) => {
    const { works } = await loadText(collection, slug);
    return { entry: { title: entry.title, address: entry.address }, works };
  };
  return Promise.all([
    ...threads.map((thread) => load('threads', thread)),
    ...papers.map((paper) => load('papers', paper)),
  ]);
}
