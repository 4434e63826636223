import { formatNamed } from '../bibliography/format.ts';
import { formatFullName } from '../bibliography/names.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { SectionText } from '../lib/body-facts.ts';
import type { SearchRecord } from '../lib/search-index.ts';
import { pagePaths, withBase } from './address.ts';
import type { CitingText } from './citing-text.ts';
import type { EntryLink } from './entry.ts';
import type { PaperView } from './paper.ts';
import type { TagRow } from './site.ts';
import type { WrittenSite } from './source.ts';
import type { ThreadView } from './thread.ts';

/** All that can be found: entries with their sections, the works that they cite, and tags. */
export function buildSearchRecords({ site, threads, papers }: WrittenSite): SearchRecord[] {
  const texts = [...threads, ...papers].map(({ text }) => text);
  const works = new Map(texts.flatMap((text) => text.works.map((work) => [work.key, work])));
  const references = withBase(site.frame.home, pagePaths.references());
  return [
    ...threads.flatMap(({ entry, text }) => [
      ...buildEntry(buildThreadRecord(entry), entry.tags, text.prose),
      ...buildSections(entry, [...listFields(entry), ...listHistory(entry)]),
    ]),
    ...papers.flatMap(({ entry, text }) => [
      ...buildEntry(buildPaperRecord(entry), entry.tags, text.prose),
      ...buildSections(entry, listHistory(entry)),
    ]),
    ...[...works.values()].map((work) => buildWork(work, references)),
    ...site.tags.map(buildTag),
  ];
}

function buildThreadRecord({ title, address, period, question }: ThreadView): SearchRecord {
  const context = `${period.started.label} – ${period.ended?.label ?? 'Present'}`;
  return { kind: 'Thread', title, address, context, text: question.plain };
}

function buildPaperRecord({
  title,
  address,
  publication,
  abstract,
  authors,
}: PaperView): SearchRecord {
  const text = [authors.join(', '), abstract.plain, publication.line].filter(Boolean).join(' ');
  return { kind: 'Paper', title, address, context: publication.badge, text };
}

/** An entry, with its tags and what its text says before the first heading; then the sections of its text. */
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
  return sections.map(({ id, title, text }) => ({
    kind: 'Section',
    title,
    address: `${entry.address}#${id}`,
    context: entry.title,
    text,
  }));
}

/** The sections of a thread's page that come from its fields; its question stands with the thread itself. */
function listFields({ approach, phases, architectures, analyses }: ThreadView): SectionText[] {
  const describe = ({ title, summary }: { title: string; summary: CitingText }) => {
    return `${title}: ${summary.plain}`;
  };
  const field = (id: string, title = '', texts: string[] = []) => {
    return texts.length === 0 ? [] : [{ id, title, text: texts.join(' ') }];
  };
  return [
    ...field('approach', 'Approach', approach === undefined ? [] : [approach.plain]),
    ...field('phases', phases?.heading, phases?.items.map(describe)),
    ...field(
      'architectures',
      architectures?.heading,
      architectures?.items.map(({ name, family }) => `${name}: ${family}.`),
    ),
    ...field('analyses', analyses?.heading, analyses?.items.map(describe)),
  ];
}

function listHistory({ history }: ThreadView | PaperView): SectionText[] {
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
    address: `${page}#ref-${work.key}`,
    context: formatNamed(work),
    text: parts.filter((part) => part !== undefined && part !== '').join('. '),
  };
}

function buildTag({ label, address, count }: TagRow): SearchRecord {
  const context = `${count} ${count === 1 ? 'entry' : 'entries'}`;
  return { kind: 'Tag', title: label, address, context, text: '' };
}
