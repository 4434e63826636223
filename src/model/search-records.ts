import { formatNamed } from '../bibliography/format.ts';
import { formatFullName } from '../bibliography/names.ts';
import { buildWorkId } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { SectionText } from '../lib/body-facts.ts';
import type { SearchRecord } from '../lib/search-index.ts';
import { nameLanguage } from '../lib/translation.ts';
import { pagePaths, withBase } from './address.ts';
import type { EntryLink, EntryView } from './entry.ts';
import type { FreePage } from './free-page.ts';
import { listGridSections } from './grid.ts';
import type { TagRow } from './site.ts';
import type { WrittenSite } from './source.ts';
import type { Words } from '../words/words.ts';

/** All search results: entries and pages with their sections, cited works, and tags. */
export function buildSearchRecords({
  site,
  entries,
  freePages,
  translations,
}: WrittenSite): SearchRecord[] {
  const works = new Map(
    [...entries, ...freePages].flatMap(({ text }) => text.works.map((work) => [work.key, work])),
  );
  const { words } = site.frame;
  const references = withBase(site.frame.home, pagePaths.references());
  return [
    ...entries.flatMap(({ entry, text }) => [
      ...buildEntry(buildRecord(entry), entry.tags, text.prose, words),
      ...buildSections(entry, [...entry.search.sections, ...listHistory(entry, words)], words),
    ]),
    ...freePages.flatMap(({ page, text }) => {
      const { title, address, description = '', grid } = page;
      const record = { kind: words.list.page, title, address, context: '', text: description };
      const sections = listGridSections(grid);
      return [
        ...buildEntry(record, [], text.prose, words),
        ...buildSections(page, sections, words),
      ];
    }),
    ...translations.map(({ page }) => buildTranslation(page, words)),
    ...buildNews(site),
    ...[...works.values()].map((work) => buildWork(work, references, words)),
    ...site.tags.map((tag) => buildTag(tag, words)),
  ];
}

/** A translation as one result: its original has the facts. */
function buildTranslation(page: EntryView | FreePage, words: Words): SearchRecord {
  const { title, address, language = '' } = page;
  const kind = page.kind === 'page' ? words.list.page : page.label;
  const text = page.kind === 'page' ? (page.description ?? '') : page.summary.plain;
  return { kind, title, address, context: nameLanguage(language), text };
}

/** All news as one result. */
function buildNews({ frame, indexes, news }: WrittenSite['site']): SearchRecord[] {
  if (indexes.news === undefined) return [];
  const { title, address } = indexes.news;
  const text = news.all.map(({ date, sentence }) => `${date.label}: ${sentence.title}`).join(' ');
  return [{ kind: frame.words.list.page, title, address, context: '', text }];
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
  words: Words,
): SearchRecord[] {
  const opening = prose.filter(({ id }) => id === '').map(({ text }) => text);
  const labels = tags.map(({ label }) => label).join(' · ');
  const text = [record.text, labels, ...opening].filter(Boolean).join(' ');
  return [
    { ...record, text },
    ...buildSections(
      record,
      prose.filter(({ id }) => id !== ''),
      words,
    ),
  ];
}

function buildSections(
  entry: EntryLink,
  sections: readonly SectionText[],
  words: Words,
): SearchRecord[] {
  return sections.map(({ id, title, text, isFigure }) => ({
    kind: isFigure ? words.text.figureKind : words.text.sectionKind,
    title,
    address: `${entry.address}#${id}`,
    context: entry.title,
    text,
  }));
}

function listHistory({ history }: EntryView, words: Words): SectionText[] {
  const texts = history.map(({ date, label, note }) =>
    [words.format(words.label, { label: date.label }), words.writeSentences([label]), note].join(
      ' ',
    ),
  );
  return texts.length === 0
    ? []
    : [{ id: 'history', title: words.entry.history, text: texts.join(' ') }];
}

function buildWork(work: Reference, page: string, words: Words): SearchRecord {
  const authors = work.authors.map(formatFullName);
  const identifiers = [work.doi && `doi:${work.doi}`, work.eprint && `arXiv:${work.eprint}`];
  const parts = [authors.join(', '), work.venue, work.abbreviation, work.year, ...identifiers];
  return {
    kind: words.script.reference,
    title: work.title,
    address: `${page}#${buildWorkId(work.key)}`,
    context: formatNamed(work, words),
    text: parts.filter((part) => part !== undefined && part !== '').join('. '),
  };
}

function buildTag({ label, address, count }: TagRow, words: Words): SearchRecord {
  const context = words.format(words.list.countedEntries, { count });
  return { kind: words.script.tag, title: label, address, context, text: '' };
}
