import type { EntryLink, ExternalLink } from '../../model/entry.ts';
import { findEntry, type Entry, type Graph } from '../../model/graph.ts';
import { pagePaths } from '../../model/address.ts';
import { markTitle } from '../../model/marked-text.ts';
import { openTitle } from '../../words/title.ts';
import type { Words } from '../../words/words.ts';
import { sortVersions, type Output } from './schema.ts';

type Address = (path: string) => string;

/** Links to the outputs that name an entry in a field, with the type and the newest version of each. */
export function linkOutputs(
  { entries, words }: Graph,
  field: 'papers' | 'threads',
  slug: string,
  address: Address,
): ExternalLink[] {
  return entries.output
    .filter(({ data }) => data[field].includes(slug))
    .map(({ slug: own, data }) => ({
      ...markTitle(data.title, '', data.language),
      address: address(pagePaths.entry('output', own)),
      file: nameVersion(data, words),
    }));
}

/** “Software, version 1.2”. */
export function nameVersion(
  { type, versions }: Pick<Output, 'type' | 'versions'>,
  words: Words,
): string {
  const label = words.output.types[type];
  const [newest] = sortVersions(versions);
  return newest === undefined ? label : label + words.comma + formatVersion(newest.version, words);
}

/** “version 1.2”; a name such as “beta” or “v1.2” says it itself. */
export function formatVersion(version: string, { output, format }: Words): string {
  return /^\d/.test(version) ? format(output.version, { version }) : version;
}

/** The papers that an output names. Throws if one does not exist. */
export function linkPapersOf(
  { entries, words }: Graph,
  { slug, data }: Entry<Output>,
  address: Address,
): EntryLink[] {
  return data.papers
    .map((name) => findEntry(entries.paper, name, `${slug} names the paper`))
    .map((paper) => ({
      ...markTitle(paper.data.title, openTitle(paper.data.status, words), paper.data.language),
      address: address(pagePaths.entry('paper', paper.slug)),
    }));
}

/** The threads that an output names. Throws if one does not exist. */
export function linkThreadsOf(
  { entries }: Graph,
  { slug, data }: Entry<Output>,
  address: Address,
): EntryLink[] {
  return data.threads
    .map((name) => findEntry(entries.thread, name, `${slug} names the thread`))
    .map((thread) => ({
      ...markTitle(thread.data.title, '', thread.data.language),
      address: address(pagePaths.entry('thread', thread.slug)),
    }));
}
