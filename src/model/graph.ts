import type { Reference } from '../bibliography/reference.ts';
import type { Paper } from '../schema/paper.ts';
import type { Site } from '../schema/site.ts';
import type { Thread } from '../schema/thread.ts';

/** An entry of the author's: what its front matter says, under the slug that its file is named by. */
export interface Entry<Data> {
  slug: string;
  data: Data;
}

/** All that the author wrote, each part valid by itself. */
export interface Content {
  site: Site;
  threads: Entry<Thread>[];
  papers: Entry<Paper>[];
  references: Reference[];
}

/** The content in its printed order, with every relation followed in both directions. */
export interface Graph {
  site: Site;
  threads: Entry<Thread>[];
  papers: Entry<Paper>[];
  /** In alphabetical order. */
  tags: string[];
  referencesOf: (entry: Entry<Thread | Paper>) => Reference[];
  /** The work that an entry cites by its key. */
  findReference: (entry: Entry<Thread | Paper>, key: string) => Reference;
  papersOf: (thread: Entry<Thread>) => Entry<Paper>[];
  threadsOf: (paper: Entry<Paper>) => Entry<Thread>[];
  /** The other threads that share a paper with one. */
  relatedThreads: (thread: Entry<Thread>) => Entry<Thread>[];
  /** The other papers that share a thread with one. */
  relatedPapers: (paper: Entry<Paper>) => Entry<Paper>[];
}

/** Joins and sorts `content`. Throws where a key or slug leads nowhere; `checkRelations` finds all such. */
export function buildGraph({ site, references, ...content }: Content): Graph {
  const threads = sortEntries(content.threads, ({ started }) => started);
  const papers = sortEntries(content.papers, ({ venue }) => String(venue?.year ?? ''));
  const threadBySlug = new Map(threads.map((thread) => [thread.slug, thread]));
  const referenceByKey = new Map(references.map((reference) => [reference.key, reference]));
  const papersOf = ({ slug }: Entry<Thread>) =>
    papers.filter(({ data }) => data.threads.includes(slug));
  const findReference: Graph['findReference'] = ({ slug }, key) =>
    find(referenceByKey, key, `${slug} cites`);
  return {
    site,
    threads,
    papers,
    tags: collectTags([...threads, ...papers]),
    referencesOf: (entry) => entry.data.references.map((key) => findReference(entry, key)),
    findReference,
    papersOf,
    relatedThreads: (thread) => {
      const named = new Set(papersOf(thread).flatMap(({ data }) => data.threads));
      return threads.filter(({ slug }) => slug !== thread.slug && named.has(slug));
    },
    relatedPapers: ({ slug, data }) => {
      const shares = (paper: Paper) => paper.threads.some((name) => data.threads.includes(name));
      return papers.filter((paper) => paper.slug !== slug && shares(paper.data));
    },
    threadsOf: ({ slug, data }) =>
      data.threads.map((name) => find(threadBySlug, name, `${slug} names the thread`)),
  };
}

function find<Value>(values: Map<string, Value>, key: string, what: string): Value {
  const value = values.get(key);
  if (value === undefined)
    throw new Error(`${what} “${key}”, which does not exist. Run “npm run check” for the place.`);
  return value;
}

/** By the author's `order`; then what has none, newest first; entries of one rank by title. */
function sortEntries<Data extends { order?: number | undefined; title: string }>(
  entries: Entry<Data>[],
  date: (data: Data) => string,
): Entry<Data>[] {
  return entries.toSorted(
    ({ data: a }, { data: b }) =>
      (a.order ?? Infinity) - (b.order ?? Infinity) ||
      date(b).localeCompare(date(a), 'en') ||
      a.title.localeCompare(b.title, 'en'),
  );
}

function collectTags(entries: Entry<Thread | Paper>[]): string[] {
  const labels = new Set(entries.flatMap(({ data }) => data.tags));
  return [...labels].toSorted((a, b) => a.localeCompare(b, 'en'));
}
