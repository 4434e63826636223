import { findKind } from '../../bibliography/kind.ts';
import { workKinds, type Kind } from '../../bibliography/work-kinds.ts';
import { buildDate, findNewest } from '../../lib/date.ts';
import { formatPipeline } from '../../lib/pipeline.ts';
import { formatProse } from '../../lib/typography.ts';
import type { ChangeKind } from '../../schema/history.ts';
import { findYear, type Paper } from './schema.ts';
import type { PaperStatus } from '../../schema/status.ts';
import { pagePaths } from '../../model/address.ts';
import { listRelatedPapers, listThreadsOf } from './threads.ts';
import { buildExternalLink } from './external-link.ts';
import { linkOutputs } from '../output/relations.ts';
import { buildPaperCitation } from './citation.ts';
import { isPdf } from '../../metadata/paper-links.ts';
import { buildProse, emptyText, type CitingText } from '../../model/citing-text.ts';
import {
  buildLinks,
  buildTagLinks,
  listParts,
  type EntryLink,
  type EntryView,
  type ExternalLink,
  type NamedAuthor,
} from '../../model/entry.ts';
import type { Entry, Graph } from '../../model/graph.ts';
import { findGlyph } from '../../model/glyph.ts';
import { buildGrid, listGridSections } from '../../model/grid.ts';
import { buildHistory, type Change } from '../../model/history.ts';
import { markTitle } from '../../model/marked-text.ts';
import { listContributors, type Contributors } from './contributors.ts';
import { buildPeople, describePeople } from './people.ts';
import { openTitle } from '../../words/title.ts';
import { findCitedAs, type WorkType } from './work-type.ts';
import { buildPublication, type Publication } from './publication.ts';

/** A work with its people, as lists show it: a paper or an output. */
export interface WorkView extends EntryView {
  /** Absent if it has none. */
  abstract?: CitingText;
  people: NamedAuthor[];
  /** Its editors and translators; absent if it has none. */
  contributors?: Contributors[];
}

/** A paper as its pages show it. */
export interface PaperView extends WorkView {
  publication: Publication;
  /** The change that withdrew or retracted the paper, if its history has one. */
  notice?: Change;
  authors: string[];
  /** Its PDF, if it is published beside its page. */
  pdf?: ExternalLink;
  /** Whether its citation is that of a work of `content/own.bib`. */
  isOwnWork: boolean;
  /** Whether the people are editors. */
  areEditors: boolean;
  type: WorkType;
  /** What it is for reference formats, if that is more than a paper. */
  workKind?: Kind;
  /** Its year, once it has one. */
  year?: string;
  threads: EntryLink[];
  related: EntryLink[];
  /** The outputs that belong to it. */
  outputs: ExternalLink[];
}

/** The change that took its standing from a paper of a status. */
const fall: Partial<Record<PaperStatus, ChangeKind>> = {
  withdrawn: 'withdrawal',
  retracted: 'retraction',
};

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildPaper(
  entry: Entry<Paper>,
  graph: Graph,
  address: (path: string) => string,
): PaperView {
  const { slug, data } = entry;
  const { words } = graph;
  const publication = buildPublication(data, words);
  const history = buildHistory(data.history, words);
  const notice = history.find(({ kind }) => kind === fall[data.status]);
  const dates = data.history.map(({ date }) => date);
  const updated = findNewest(data.date === undefined ? dates : [data.date, ...dates]);
  const year = findYear(data);
  const page = address(pagePaths.entry('paper', slug));
  const readProse = buildProse(
    data,
    { page, address },
    (key) => graph.findReference(entry, key),
    words,
  );
  const abstract = data.abstract === undefined ? undefined : readProse('abstract');
  const people = buildPeople(data.authors, graph);
  const authors = people.map(({ name }) => name);
  const contributors = listContributors(data, graph);
  const threads = buildLinks('thread', listThreadsOf(graph, entry), words, address);
  const related = buildLinks('paper', listRelatedPapers(graph, entry), words, address);
  const outputs = linkOutputs(graph, 'papers', slug, address);
  const citation = buildPaperCitation(entry, graph.site, page);
  const isOwnWork = citation.bibtex === data.work?.source;
  const workKind = isOwnWork ? findKind(citation.work) : findCitedAs(data.type, undefined).kind;
  const externalLinks = data.links.map((link) => buildExternalLink(link, slug, page));
  const pdf = externalLinks.find((link) => link.address.startsWith(page) && isPdf(link));
  const grid = buildGrid(entry);
  return {
    kind: 'paper',
    label: words.kinds.paper.label,
    schemaType: workKind === undefined ? 'ScholarlyArticle' : workKinds[workKind].schemaOrg,
    slug,
    id: graph.findId('paper', slug),
    ...markTitle(data.title, openTitle(data.status, words), data.language),
    short: markTitle(data.short ?? data.title, openTitle(data.status, words)).title,
    address: page,
    isSelected: data.selected === true,
    publication,
    glyph: findGlyph(markTitle(data.title).title, data.glyph),
    badge: publication.badge,
    standing: publication.line,
    when: publication.badge,
    ...(!publication.isStanding && notice && { notice }),
    ...(data.date !== undefined && { date: buildDate(data.date, words.language) }),
    summary: abstract ?? emptyText,
    ...(abstract && { abstract }),
    description: abstract
      ? (publication.isStanding ? '' : words.writeSentences([publication.badge]) + words.gap) +
        abstract.plain
      : words.writeSentences([authors.join(words.comma), publication.line]),
    authors,
    people,
    ...describePeople(data, authors.length, words),
    ...(contributors.length > 0 && { contributors }),
    isOwnWork,
    type: data.type,
    ...(workKind !== undefined && { workKind }),
    ...(data.work && { ownKey: data.work.key }),
    ...(year !== '' && { year }),
    ...(data.pipeline && { pipeline: formatPipeline(data.pipeline, formatProse) }),
    ...grid,
    tags: buildTagLinks(data.tags, address),
    threads,
    related,
    outputs,
    partOf: threads,
    siblings: related,
    followed: [],
    externalLinks,
    ...(pdf && { pdf }),
    history,
    citation,
    ...(updated !== undefined && { updated }),
    parts: {
      before: listParts({
        abstract: abstract && words.paper.abstract,
        threads: threads.length > 0 ? words.paper.threads : undefined,
        grid: grid.grid?.heading,
      }),
      after: listParts({
        outputs: outputs.length > 0 ? words.kinds.output.plural : undefined,
        papers: related.length > 0 ? words.paper.related : undefined,
      }),
    },
    search: {
      context: publication.badge,
      text: [authors.join(words.comma), abstract?.plain, publication.line]
        .filter(Boolean)
        .join(' '),
      sections: listGridSections(grid.grid),
    },
  };
}
