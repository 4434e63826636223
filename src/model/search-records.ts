import { formatNamed } from '../bibliography/format.ts';
import { formatFullName } from '../bibliography/names.ts';
import { buildWorkId } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { SectionText } from '../lib/body-facts.ts';
import type { SearchRecord } from '../lib/search-index.ts';
import { pagePaths, withBase } from './address.ts';
import { texts } from '../kinds/registry.ts';
import type { EntryLink, EntryView } from './entry.ts';
import type { TagRow } from './site.ts';
import type { WrittenSite } from './source.ts';

/** All search results: entries and pages with their sections, cited works, and tags. */
export function buildSearchRecords({ site, entries, freePages }: WrittenSite): SearchRecord[] {
  const works = new Map(
    [...entries, ...freePages].flatMap(({ text }) => text.works.map((work) => [work.key, work])),
  );
  const references = withBase(site.frame.home, pagePaths.references());
  return [
    ...entries.flatMap(({ entry, text }) => [
      ...buildEntry(buildRecord(entry), entry.tags, text.prose),
      ...buildSections(entry, [...entry.search.sections, ...listHistory(entry)]),
    ]),
    ...freePages.flatMap(({ page: { title, address, description = '' }, text }) => {
      const kind = texts.page.label;
      return buildEntry({ kind, title, address, context: '', text: description }, [], text.prose);
    }),
    ...buildNews(site),
    ...[...works.values()].map((work) => buildWork(work, references)),
    ...site.tags.map(buildTag),
  ];
}

/** All news as one result. */
function buildNews({ indexes, news }: WrittenSite['site']): SearchRecord[] {
  if (indexes.news === undefined) return [];
  const { title, address } = indexes.news;
  const text = news.all.map(({ date, sentence }) => `${date.label}: ${sentence.title}`).join(' ');
  return [{ kind: texts.page.label, title, address, context: '', text }];
}

function buildRecord({
  label,
  title,
  address,
  search: { context, text },
}: EntryView): SearchRecord {
  return { kind: label, title, address, context, text };
}

/** An entry, with its tags and the text before its first heading, then the sections and figures of its text. */
function buildEntry(
  record: SearchRecord,
  tags: readonly { label: string }[],
  prose: readonly SectionText[],
): SearchRecord[] {
  const opening = prose.filter(({ id }) => id === '').map(({ text }) => text);
  const labels = tags.map(({ label }) => label).join(' · ');
  const text = [record.text, labels, ...opening].filter(Boolean).join(' ');
  return [
    { ...record, text },
    ...buildSections(
      record,
      prose.filter(({ id }) => id !== ''),
    ),
  ];
}

function buildSections(entry: EntryLink, sections: readonly SectionText[]): SearchRecord[] {
  return sections.map(({ id, title, text, isFigure }) => ({
    kind: isFigure ? 'Figure' : 'Section',
    title,
    address: `${entry.address}#${id}`,
    context: entry.title,
    text,
  }));
}

function listHistory({ history }: EntryView): SectionText[] {
  const texts = history.map(({ date, label, note }) => `${date.label}: ${label}. ${note}`);
  return texts.length === 0 ? [] : [{ id: 'history', title: 'History', text: texts.join(' ') }];
}

function buildWork(work: Reference, page: string): SearchRecord {
  const authors = work.authors.map(formatFullName);
  const identifiers = [work.doi && `doi:${work.doi}`, work.eprint && `arXiv:${work.eprint}`];
  const parts = [authors.join(', '), work.venue, work.abbreviation, work.year, ...identifiers];
  return {
    kind: 'Reference',
    title: work.title,
    address: `${page}#${buildWorkId(work.key)}`,
    context: formatNamed(work),
    text: parts.filter((part) => part !== undefined && part !== '').join('. '),
  };
}

function buildTag({ label, address, count }: TagRow): SearchRecord {
  const context = `${count} ${count === 1 ? 'entry' : 'entries'}`;
  return { kind: 'Tag', title: label, address, context, text: '' };
}
