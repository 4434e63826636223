import { z } from 'astro/zod';
import { formatCslJson } from '../../bibliography/csl-json.ts';
import { formatUri } from '../../lib/address.ts';
import { slugify } from '../../lib/slug.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { PaperView } from '../../model/paper.ts';
import type { EntryText, WrittenSite } from '../../model/source.ts';
import type { ThreadView } from '../../model/thread.ts';
import { locate } from '../subject.ts';
import { listRelations } from './relations.ts';
import { research, type Research } from './schema.ts';

type Locate = (address: string) => string;

/** The whole site as data; addresses are whole where `origin` is known. */
export function buildResearch(written: WrittenSite, origin: string | undefined): Research {
  const { site, threads, papers } = written;
  const { frame, tags } = site;
  const find: Locate = (address) => locate(address, origin);
  const works = [...threads, ...papers].flatMap(({ text }) => text.works);
  return {
    $schema: find(`${frame.home}research.schema.json`),
    site: {
      title: frame.title,
      description: frame.intro,
      language: frame.language,
      page: find(frame.home),
      ...(frame.author !== undefined && { author: frame.author }),
      contacts: listLinks(frame.contacts),
      ...(frame.license && { license: frame.license.id }),
    },
    threads: threads.map(({ entry, text }) => buildThread(entry, text, find)),
    papers: papers.map(({ entry, text }) => buildPaper(entry, text, find)),
    tags: tags.map(({ label, address }) => ({ id: slugify(label), label, page: find(address) })),
    references: formatCslJson([...new Map(works.map((work) => [work.key, work])).values()]),
    relations: listRelations(written, find),
  };
}

/** The schema of that data, in JSON Schema. */
export function buildResearchSchema(home: string, origin: string | undefined): object {
  const { $schema, ...schema } = z.toJSONSchema(research);
  const address = locate(`${home}research.schema.json`, origin);
  return { $schema, ...(origin !== undefined && { $id: address }), ...schema };
}

function buildThread(
  thread: ThreadView,
  text: EntryText,
  find: Locate,
): Research['threads'][number] {
  const { status, period, question, approach, phases, architectures, analyses, repository } =
    thread;
  return {
    ...buildEntry(thread, text, find),
    status,
    started: period.started.iso,
    ...(period.ended && { ended: period.ended.iso }),
    question: question.plain,
    ...(approach && { approach: approach.plain }),
    phases: listSteps(phases),
    architectures: architectures?.items ?? [],
    analyses: listSteps(analyses),
    ...(repository?.address !== undefined && { repository: formatUri(repository.address) }),
  };
}

function buildPaper(paper: PaperView, text: EntryText, find: Locate): Research['papers'][number] {
  const { short, publication, date, abstract, authors, externalLinks } = paper;
  return {
    ...buildEntry(paper, text, find),
    short,
    status: publication.status,
    standing: publication.line,
    ...(date && { date: date.iso }),
    abstract: abstract.plain,
    authors,
    links: listLinks(externalLinks),
  };
}

function buildEntry(
  { slug, title, address, history, pipeline, citation }: ThreadView | PaperView,
  { sections }: EntryText,
  find: Locate,
) {
  const [own] = formatCslJson([citation.work]);
  if (own === undefined) throw new Error(`The citation of ${slug} is empty.`);
  return {
    id: slug,
    title,
    page: find(address),
    history: history.map(({ date, kind, note }) => ({ date: date.iso, change: kind, note })),
    ...(pipeline && { pipeline }),
    sections: sections.map(({ id, title }): EntryLink => ({
      title,
      address: find(`${address}#${id}`),
    })),
    citation: own,
  };
}

/** The format of an address in JSON Schema is that of ASCII. */
function listLinks(links: readonly EntryLink[]): EntryLink[] {
  return links.map(({ title, address }) => ({ title, address: formatUri(address) }));
}

function listSteps(section: ThreadView['phases'] | ThreadView['analyses']) {
  return (section?.items ?? []).map(({ title, summary }) => ({ title, summary: summary.plain }));
}
