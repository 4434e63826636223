import { formatShort, type ShortReference } from '../bibliography/format.ts';
import { findNewest } from '../lib/date.ts';
import { formatPipeline, type Pipeline } from '../lib/pipeline.ts';
import { formatProse, formatTitle } from '../lib/typography.ts';
import type { Analysis } from '../schema/analysis.ts';
import type { Architecture } from '../schema/architecture.ts';
import type { Phase } from '../schema/phase.ts';
import type { ThreadStatus } from '../schema/status.ts';
import type { Accent, Thread } from '../schema/thread.ts';
import { feedPath, pagePaths } from './address.ts';
import { buildThreadCitation, type OwnCitation } from './citation.ts';
import { formatCount } from './count.ts';
import { buildProse, type CitingText } from './citing-text.ts';
import { buildContents, type PageText } from './contents.ts';
import { buildTagLinks, type EntryLink, type TagLink } from './entry.ts';
import type { Entry, Graph } from './graph.ts';
import { buildHistory, type Change } from './history.ts';
import { buildPeriod, type Period } from './period.ts';
import { buildRepository, type Repository } from './repository.ts';

export type { ShortReference };

/** A list of an entry's under a heading that counts it; absent where the list is empty. */
export interface Section<Item> {
  heading: string;
  items: Item[];
}

/** A phase or analysis as it is shown. */
type Step<Item> = Omit<Item, 'summary'> & { summary: CitingText };
export type PhaseView = Step<Phase>;
export type AnalysisView = Step<Analysis>;

/** A research thread as it is shown: every address, date and heading finished. */
export interface ThreadView extends EntryLink {
  slug: string;
  status: ThreadStatus;
  /** Where it stands, in a word. */
  badge: string;
  accent: Accent;
  glyph?: Thread['glyph'];
  period: Period;
  tags: TagLink[];
  question: CitingText;
  approach?: CitingText;
  phases?: Section<PhaseView>;
  architectures?: Section<Architecture>;
  analyses?: Section<AnalysisView>;
  /** Who sees what in the system that it is about. */
  pipeline?: Pipeline;
  references?: Section<ShortReference>;
  papers?: Section<EntryLink>;
  related?: Section<EntryLink>;
  repository?: Repository;
  history: Change[];
  citation: OwnCitation;
  /** The newest day that its dates tell of. */
  updated: string;
  /** Where its feeds are, without their endings; absent while the site has no address. */
  feed?: string;
}

const badges: Record<ThreadStatus, string> = {
  active: 'Active',
  paused: 'Paused',
  completed: 'Completed',
};

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildThread(
  entry: Entry<Thread>,
  graph: Graph,
  address: (path: string) => string,
): ThreadView {
  const { slug, data } = entry;
  const { author, language } = graph.site;
  const page = address(pagePaths.thread(slug));
  const readProse = buildProse(data, page, (key) => graph.findReference(entry, key));
  const formatStep = <Item extends Phase>(list: string) => {
    return (item: Item, index: number): Step<Item> => ({
      ...item,
      title: formatProse(item.title),
      summary: readProse(list, index, 'summary'),
    });
  };
  const dates = [data.started, data.ended ?? data.started, ...data.history.map(({ date }) => date)];
  const papers = graph.papersOf(entry).map((paper) => ({
    title: formatTitle(paper.data.title, paper.data.status),
    address: address(pagePaths.paper(paper.slug)),
  }));
  const related = graph.relatedThreads(entry).map((thread) => ({
    title: formatProse(thread.data.title),
    address: address(pagePaths.thread(thread.slug)),
  }));
  return {
    slug,
    title: formatProse(data.title),
    address: page,
    status: data.status,
    badge: badges[data.status],
    accent: data.accent,
    glyph: data.glyph,
    period: buildPeriod(data.started, data.ended, language),
    tags: buildTagLinks(data.tags, address),
    question: readProse('question'),
    ...(data.approach !== undefined && { approach: readProse('approach') }),
    ...section(
      'phases',
      data.phases.map(formatStep('phases')),
      (count) => `${formatCount(count)}-Phase Methodology`,
    ),
    ...section('architectures', data.architectures, () => formatProse(data.architecturesHeading)),
    ...section(
      'analyses',
      data.analyses.map(formatStep('analyses')),
      (count) => `${formatCount(count)} ${count === 1 ? 'Analysis' : 'Analyses'}`,
    ),
    ...(data.pipeline && { pipeline: formatPipeline(data.pipeline, formatProse) }),
    ...section('references', graph.referencesOf(entry).map(formatShort), () => 'Key References'),
    ...section('papers', papers, () => 'Papers'),
    ...section('related', related, () => 'Related threads'),
    ...(data.repository !== undefined && {
      repository: buildRepository(data.repository, author.github),
    }),
    history: buildHistory(data.history, language),
    citation: buildThreadCitation(entry, graph.site, page),
    updated: findNewest(dates) ?? data.started,
    ...(graph.site.address !== undefined && { feed: address(feedPath(pagePaths.thread(slug))) }),
  };
}

/** `{ [name]: section }`, or nothing for an empty list: an empty section is never shown. */
function section<Name extends string, Item>(
  name: Name,
  items: Item[],
  heading: (count: number) => string,
): Partial<Record<Name, Section<Item>>> {
  if (items.length === 0) return {};
  return { [name]: { heading: heading(items.length), items } } as Record<Name, Section<Item>>;
}

/** The contents of a thread's page: what it shows of itself, and the sections of its text. */
export function listThreadContents(
  { approach, phases, architectures, analyses, papers, related, history }: ThreadView,
  { sections, references }: PageText,
): EntryLink[] {
  return buildContents({
    fields: {
      question: 'Research Question',
      approach: approach && 'Approach',
      phases: phases?.heading,
      architectures: architectures?.heading,
      analyses: analyses?.heading,
    },
    sections,
    closing: {
      papers: papers?.heading,
      threads: related?.heading,
      history: history.length > 0 ? 'History' : undefined,
      references: references.length > 0 ? 'References' : undefined,
      cite: 'How to cite',
    },
  });
}
