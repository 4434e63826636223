import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { CitedWork } from '../../model/bibliography.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { IndexPage } from '../../model/index-page.ts';
import type { Overview } from '../../model/overview.ts';
import type { PaperView } from '../../model/paper.ts';
import type { Period } from '../../model/period.ts';
import type { EntryRow, SiteView, TagRow } from '../../model/site.ts';
import type { TagPage } from '../../model/selection.ts';
import type { ThreadView } from '../../model/thread.ts';
import { buildLinks, buildSection, buildText, buildThreadSections } from '../entry-content.ts';
import { buildApa } from './entry.ts';

/** A page that is not that of an entry: its title, and what it shows, as HTML. */
export interface PageContent {
  title: string;
  content: ElementContent[];
}

/** The Research page: every entry in short. */
export function buildHome({ frame, rows, groups, papers }: SiteView): PageContent {
  return {
    title: frame.title,
    content: [
      h('p', frame.intro),
      buildTable(rows),
      ...groups.flatMap(({ heading, threads }) => [
        h('h2', heading),
        ...threads.flatMap(buildThread),
      ]),
      h('h2', 'Papers'),
      ...papers.flatMap(buildPaper),
    ],
  };
}

function buildThread(thread: ThreadView): ElementContent[] {
  const { badge, period, references, repository } = thread;
  const works = references?.items.map(({ authors, year, title, venue, address }) =>
    h('li', [
      `${authors} (${year}). `,
      address === undefined ? title : h('a', { href: address }, title),
      ...(venue === undefined ? [] : [' ', h('i', `${venue}.`)]),
    ]),
  );
  return [
    h('h3', buildLink(thread)),
    h('p', `${badge}, ${formatPeriod(period)}`),
    ...buildThreadSections(thread, 'shared'),
    ...buildSection(references?.heading, works && h('ol', works), 4),
    ...(repository?.address === undefined
      ? []
      : [h('p', h('a', { href: repository.address }, repository.label))]),
  ];
}

function buildPaper(paper: PaperView): ElementContent[] {
  const { publication, abstract } = paper;
  return [
    h('h3', buildLink(paper)),
    h('p', publication.line),
    h('p', buildText(abstract, 'shared')),
  ];
}

/** A page that lists entries. */
export function buildList(
  { title, description }: Pick<IndexPage, 'title' | 'description'>,
  rows: readonly EntryRow[],
): PageContent {
  return { title, content: [h('p', description), buildTable(rows)] };
}

/** The page of a tag, or of a tag and a kind. */
export function buildTagPage({ heading, description, selection }: TagPage): PageContent {
  return buildList({ title: heading, description }, selection.rows);
}

/** The page that lists the tags. */
export function buildTags({ title, description }: IndexPage, tags: readonly TagRow[]): PageContent {
  const items = tags.map(({ label, address, count }) =>
    h('li', [h('a', { href: address }, label), `: ${count} ${count === 1 ? 'entry' : 'entries'}`]),
  );
  return { title, content: [h('p', description), h('ul', items)] };
}

/** The page that lists the works, each whole and with the entries that cite it. */
export function buildReferences(
  { title, description }: IndexPage,
  works: readonly CitedWork[],
): PageContent {
  const items = works.map(({ key, parts, citedBy }) => {
    const links = citedBy.flatMap((entry, index) => [
      index > 0 ? ', ' : ' Cited in ',
      buildLink(entry),
    ]);
    return h('li', [`[${key}] `, ...buildApa(parts), ...links, '.']);
  });
  return { title, content: [h('p', description), h('ul', items)] };
}

/** The page that lists everything. */
export function buildContents(
  { title, description }: IndexPage,
  { entries, tags, works }: Overview,
): PageContent {
  const workItems = works.map((work) =>
    h('li', [`${work.authors} (${work.year}). `, buildLink(work)]),
  );
  return {
    title,
    content: [
      h('p', description),
      ...entries.flatMap((part) => [
        h('h2', part.heading),
        h(
          'ul',
          part.entries.map((entry) => h('li', [buildLink(entry), buildLinks(entry.sections)])),
        ),
      ]),
      h('h2', 'Tags'),
      buildLinks(tags),
      h('h2', 'References'),
      h('ul', workItems),
    ],
  };
}

function buildTable(rows: readonly EntryRow[]): ElementContent {
  const columns: Record<string, (row: EntryRow) => ElementContent | string | undefined> = {
    Number: ({ number }) => String(number),
    Title: buildLink,
    Kind: ({ kind }) => kind,
    'Date or status': ({ when }) => (typeof when === 'string' ? when : formatPeriod(when)),
    ...(rows.some(({ change }) => change) && {
      'Last change': ({ change }: EntryRow) =>
        change && `${change.date.label}, ${change.label}: ${change.note}`,
    }),
  };
  const cells = Object.values(columns);
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        Object.keys(columns).map((name) => h('th', name)),
      ),
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          cells.map((read) => h('td', read(row))),
        ),
      ),
    ),
  ]);
}

/** “Apr 2026 – Present”. */
export function formatPeriod({ started, ended }: Period): string {
  return `${started.label} – ${ended?.label ?? 'Present'}`;
}

function buildLink({ title, address }: EntryLink): ElementContent {
  return h('a', { href: address }, title);
}
