import { parsePlainName } from '../../bibliography/plain-name.ts';
import { buildDate } from '../../lib/date.ts';
import { formatPipeline } from '../../lib/pipeline.ts';
import { formatProse } from '../../lib/typography.ts';
import { pagePaths } from '../../model/address.ts';
import { buildProse, emptyText } from '../../model/citing-text.ts';
import { buildTagLinks, listParts, type EntryLink } from '../../model/entry.ts';
import { findGlyph } from '../../model/glyph.ts';
import { buildGrid, listGridSections } from '../../model/grid.ts';
import type { Entry, Graph } from '../../model/graph.ts';
import { buildHistory } from '../../model/history.ts';
import { markTitle } from '../../model/marked-text.ts';
import { readName, type Author } from '../paper/author.ts';
import { buildPeople, describePeople } from '../paper/people.ts';
import type { WorkView } from '../paper/view.ts';
import { buildRepository } from '../thread/repository.ts';
import { buildOutputCitation } from './citation.ts';
import { formatDoi } from './doi.ts';
import { buildVersion, formatLine, listLinks, type VersionView } from './facts.ts';
import { buildLicence } from './licence.ts';
import { linkPapersOf, linkThreadsOf } from './relations.ts';
import { findOutputDate, findOutputUpdate, sortVersions, type Output } from './schema.ts';
import { findOutputType, type OutputType } from './type.ts';

/** An output as its pages show it. */
export interface OutputView extends WorkView {
  type: OutputType;
  authors: string[];
  /** Where it stands, without its type: the version with its archive, or the event; empty if neither is known. */
  line: string;
  /** Whether its date is that of an event. */
  isGiven: boolean;
  versions: VersionView[];
  event?: string;
  place?: string;
  /** The address of its DOI: that of the newest version, or its own. */
  doi?: string;
  repository?: string;
  papers: EntryLink[];
  threads: EntryLink[];
}

/** `address` turns a path from the site's root into one that a page can link to. */
export function buildOutput(
  entry: Entry<Output>,
  graph: Graph,
  address: (path: string) => string,
): OutputView {
  const { slug, data } = entry;
  const { schemaType, isGiven = false } = findOutputType(data.type);
  const { words } = graph;
  const { language } = words;
  const label = words.output.types[data.type];
  const page = address(pagePaths.entry('output', slug));
  const readProse = buildProse(
    data,
    { page, address },
    (key) => graph.findReference(entry, key),
    words,
  );
  const abstract = data.abstract === undefined ? undefined : readProse('abstract');
  const authors = data.authors ?? listOwner(graph);
  const people = buildPeople(authors, graph);
  const versions = sortVersions(data.versions);
  const doi = versions[0]?.doi ?? data.doi;
  const repository =
    data.repository === undefined
      ? undefined
      : buildRepository(data.repository, graph.site.author.github, words);
  const [papers, threads] = [linkPapersOf, linkThreadsOf].map((link) =>
    link(graph, entry, address),
  ) as [EntryLink[], EntryLink[]];
  const title = markTitle(data.title, '', data.language);
  const first = data.date ?? versions.at(-1)?.date;
  const line = formatLine(data, first === versions[0]?.date, versions[0], doi, words);
  const standing = [label, line].filter(Boolean).join(words.comma);
  const updated = findOutputUpdate(data);
  const names = people.map(({ name }) => name);
  const history = buildHistory(data.history, words);
  const grid = buildGrid(entry);
  return {
    kind: 'output',
    label,
    schemaType,
    slug,
    id: graph.findId('output', slug),
    ...title,
    short: title.title,
    address: page,
    isSelected: data.selected === true,
    type: data.type,
    line,
    isGiven,
    glyph: findGlyph(title.title, data.glyph),
    badge: label,
    standing,
    when: buildWhen(findOutputDate(data), language) ?? label,
    ...(first !== undefined && { date: buildDate(first, language) }),
    summary: abstract ?? emptyText,
    ...(abstract && { abstract }),
    description: abstract?.plain ?? words.writeSentences([names.join(words.comma), standing]),
    authors: names,
    people,
    ...describePeople(data, people.length, words),
    versions: versions.map((one) => buildVersion(one, words)),
    ...(data.event !== undefined && { event: markTitle(data.event).title }),
    ...(data.place !== undefined && { place: markTitle(data.place).title }),
    ...(doi !== undefined && { doi: formatDoi(doi) }),
    ...(repository?.address !== undefined && { repository: repository.address }),
    ...(data.license !== undefined && { license: buildLicence(data.license) }),
    ...(data.work && { ownKey: data.work.key }),
    ...(data.pipeline && { pipeline: formatPipeline(data.pipeline, formatProse) }),
    ...grid,
    tags: buildTagLinks(data.tags, address),
    papers,
    threads,
    partOf: threads,
    accompanies: papers,
    siblings: [],
    followed: [],
    externalLinks: listLinks(entry, repository?.address, doi, page, words),
    history,
    citation: buildOutputCitation(entry, authors.map(readName), graph.site, page),
    ...(updated !== undefined && { updated }),
    parts: {
      before: listParts({
        abstract: abstract && words.paper.abstract,
        threads: threads.length > 0 ? words.paper.threads : undefined,
        papers: papers.length > 0 ? words.kinds.paper.plural : undefined,
        grid: grid.grid?.heading,
      }),
      after: listParts({ versions: versions.length > 0 ? words.output.versions : undefined }),
    },
    search: {
      context: standing,
      text: [names.join(words.comma), abstract?.plain].filter(Boolean).join(' '),
      sections: listGridSections(grid.grid),
    },
  };
}

function buildWhen(date: string, language: string): string | undefined {
  return date === '' ? undefined : buildDate(date, language).label;
}

/** The author of the site, if they are known. */
function listOwner({ site }: Graph): Author[] {
  const { name } = site.author;
  return name === undefined ? [] : [parsePlainName(name)];
}
