import { formatShort, type ShortReference } from '../../bibliography/format.ts';
import { buildAccent } from '../../lib/accent.ts';
import { findNewest } from '../../lib/date.ts';
import type { Mixing } from '../../lib/mixing.ts';
import { formatPipeline } from '../../lib/pipeline.ts';
import { buildTint, type Tint } from '../../lib/tint.ts';
import { formatProse } from '../../lib/typography.ts';
import type { Analysis } from './analysis.ts';
import { buildArchitecture, type ArchitectureView } from './architecture.ts';
import type { Phase } from './phase.ts';
import type { ThreadStatus } from '../../schema/status.ts';
import type { Thread } from './schema.ts';
import { feedPath, pagePaths } from '../../model/address.ts';
import { listPapersOf, listRelatedThreads } from '../paper/threads.ts';
import { linkOutputs } from '../output/relations.ts';
import { buildThreadCitation } from './citation.ts';
import { listSearchSections } from './search.ts';
import { formatCount } from '../../model/count.ts';
import { buildProse, type CitingText } from '../../model/citing-text.ts';
import { markTitle, type MarkedText } from '../../model/marked-text.ts';
import {
  buildLinks,
  buildTagLinks,
  listParts,
  type EntryLink,
  type EntryView,
  type ExternalLink,
} from '../../model/entry.ts';
import type { Entry, Graph } from '../../model/graph.ts';
import { findGlyph } from '../../model/glyph.ts';
import { buildGrid } from '../../model/grid.ts';
import { buildHistory } from '../../model/history.ts';
import { buildPeriod, formatPeriod, type Period } from '../../model/period.ts';
import type { Pattern } from '../../words/format.ts';
import type { Words } from '../../words/words.ts';
import { section, type Section } from './section.ts';
import { buildRepository, type Repository } from './repository.ts';

/** A phase or analysis, ready to be shown. */
type Step<Item> = Omit<Item, 'title' | 'summary'> & MarkedText & { summary: CitingText };
export type PhaseView = Step<Phase>;
export type AnalysisView = Step<Analysis>;

/** A research thread as its pages show it. */
export interface ThreadView extends EntryView {
  accent: string;
  tint: Tint;
  status: ThreadStatus;
  period: Period;
  question: CitingText;
  approach?: CitingText;
  phases?: Section<PhaseView>;
  architectures?: Section<ArchitectureView>;
  analyses?: Section<AnalysisView>;
  references?: Section<ShortReference>;
  papers?: Section<EntryLink>;
  related?: Section<EntryLink>;
  /** The outputs that belong to it. */
  outputs?: Section<ExternalLink>;
  repository?: Repository;
  updated: string;
}

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildThread(
  entry: Entry<Thread>,
  graph: Graph,
  address: (path: string) => string,
): ThreadView {
  const { slug, data } = entry;
  const { site, words } = graph;
  const page = address(pagePaths.entry('thread', slug));
  const readProse = buildProse(
    data,
    { page, address },
    (key) => graph.findReference(entry, key),
    words,
  );
  const formatStep = <Item extends Phase>(list: string) => {
    return (item: Item, index: number): Step<Item> => ({
      ...item,
      ...markTitle(item.title),
      summary: readProse(list, index, 'summary'),
    });
  };
  const dates = [data.started, data.ended ?? data.started, ...data.history.map(({ date }) => date)];
  const papers = buildLinks('paper', listPapersOf(graph, entry), words, address);
  const outputs = linkOutputs(graph, 'threads', slug, address);
  const related = buildLinks('thread', listRelatedThreads(graph, entry), words, address);
  const marked = markTitle(data.title, '', data.language);
  const period = buildPeriod(data.started, data.ended, words.language);
  const badge = words.thread.badges[data.status];
  const accent = buildAccent(data.accent);
  const question = readProse('question');
  const fields = {
    ...(data.approach !== undefined && { approach: readProse('approach') }),
    ...section('phases', data.phases.map(formatStep('phases')), (count) =>
      formatHeading(words.thread.phases, count, words),
    ),
    ...section(
      'architectures',
      data.architectures.map(buildArchitecture),
      () => markTitle(data.architecturesHeading ?? words.thread.architectures).title,
    ),
    ...buildGrid(entry),
    ...section('analyses', data.analyses.map(formatStep('analyses')), (count) =>
      formatHeading(words.thread.analyses, count, words),
    ),
  };
  return {
    kind: 'thread',
    label: words.kinds.thread.label,
    schemaType: 'ResearchProject',
    slug,
    id: graph.findId('thread', slug),
    ...marked,
    short: marked.title,
    address: page,
    isSelected: data.selected === true,
    status: data.status,
    badge,
    standing: `${badge}, ${formatPeriod(period, words)}`,
    when: period,
    accent,
    tint: buildTint(accent),
    glyph: findGlyph(marked.title, data.glyph, listMixings(fields)),
    period,
    tags: buildTagLinks(data.tags, address),
    summary: question,
    description: question.plain,
    question,
    ...fields,
    ...(data.pipeline && { pipeline: formatPipeline(data.pipeline, formatProse) }),
    ...section(
      'references',
      graph.referencesOf(entry).map(formatShort),
      () => words.thread.keyReferences,
    ),
    ...section('papers', papers, () => words.kinds.paper.plural),
    ...section('outputs', outputs, () => words.kinds.output.plural),
    ...section('related', related, () => words.thread.related),
    partOf: [],
    siblings: related,
    followed: [...papers, ...outputs],
    externalLinks: [],
    ...(data.repository !== undefined && {
      repository: buildRepository(data.repository, site.author.github, words),
    }),
    history: buildHistory(data.history, words),
    citation: buildThreadCitation(entry, site, page),
    updated: findNewest(dates) ?? data.started,
    ...(site.address !== undefined && {
      feed: address(feedPath(pagePaths.entry('thread', slug))),
    }),
    parts: {
      before: listParts({
        question: words.thread.question,
        approach: fields.approach && words.thread.approach,
        phases: fields.phases?.heading,
        architectures: fields.architectures?.heading,
        grid: fields.grid?.heading,
        analyses: fields.analyses?.heading,
      }),
      after: listParts({
        papers: papers.length > 0 ? words.kinds.paper.plural : undefined,
        outputs: outputs.length > 0 ? words.kinds.output.plural : undefined,
        threads: related.length > 0 ? words.thread.related : undefined,
      }),
    },
    search: {
      context: formatPeriod(period, words),
      text: question.plain,
      sections: listSearchSections(fields, words),
    },
  };
}

/** A heading that counts what is below it. */
function formatHeading(pattern: Pattern, count: number, words: Words): string {
  return words.format(pattern, { count, words: formatCount(count, words) });
}

/** The formulas of the plates of a thread. */
function listMixings({
  architectures,
  grid,
}: Pick<ThreadView, 'architectures' | 'grid'>): Mixing[] {
  return [architectures, grid].flatMap((section) =>
    (section?.items ?? []).flatMap(({ mixing }) => mixing ?? []),
  );
}
