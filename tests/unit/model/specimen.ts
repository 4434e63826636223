import { buildGraph, type Entry } from '../../../src/model/graph.ts';
import type { PaperView } from '../../../src/kinds/paper/view.ts';
import type { ThreadView } from '../../../src/kinds/thread/view.ts';
import { buildSite, type SiteView } from '../../../src/model/site.ts';
import { paper, type Paper } from '../../../src/kinds/paper/schema.ts';
import type { People } from '../../../src/schema/people.ts';
import { site, type Site } from '../../../src/schema/site.ts';
import { thread, type Thread } from '../../../src/kinds/thread/schema.ts';

/** A thread with `fields` beside the least that a thread has. */
export function buildThread(slug: string, fields: object = {}): Entry<Thread> {
  const least = { status: 'active', accent: 'viridian', question: '?' };
  return { slug, data: thread.parse({ title: slug, started: '2026-01', ...least, ...fields }) };
}

/** A paper with `fields` beside the least that a paper has. */
export function buildPaper(slug: string, fields: object = {}): Entry<Paper> {
  return { slug, data: paper.parse({ title: slug, status: 'draft', abstract: '.', ...fields }) };
}

/** The settings of a site beside the least that it has. */
export function buildSettings(settings: object = {}): Site {
  return site.parse({
    title: 'Research',
    eyebrow: 'Ongoing',
    intro: 'On --- it',
    language: 'en',
    navigation: [{ label: 'Home', page: '/' }],
    ...settings,
  });
}

/** A site in the folder `/portfolio/` with `settings` beside the least that a site has. */
export function buildView(
  settings: object,
  threads: Entry<Thread>[],
  papers: Entry<Paper>[],
  hasPdfs = false,
  people: People = {},
): SiteView & { threads: ThreadView[]; papers: PaperView[] } {
  const site = buildSettings(settings);
  const entries = { thread: threads, paper: papers };
  const graph = buildGraph({ site, entries, references: [], people });
  const view = buildSite(graph, '/portfolio/', hasPdfs);
  return { ...view, threads: view.views.thread, papers: view.views.paper };
}
