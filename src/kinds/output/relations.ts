import { buildLinks, type EntryLink, type ExternalLink } from '../../model/entry.ts';
import { findEntry, type Entry, type Graph } from '../../model/graph.ts';
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
    .flatMap((output) =>
      buildLinks('output', [output], words, address).map((link) => ({
        ...link,
        file: nameVersion(output.data, words),
      })),
    );
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
  const papers = data.papers.map((name) =>
    findEntry(entries.paper, name, `${slug} names the paper`),
  );
  return buildLinks('paper', papers, words, address);
}

/** The threads that an output names. Throws if one does not exist. */
export function linkThreadsOf(
  { entries, words }: Graph,
  { slug, data }: Entry<Output>,
  address: Address,
): EntryLink[] {
  const threads = data.threads.map((name) =>
    findEntry(entries.thread, name, `${slug} names the thread`),
  );
  return buildLinks('thread', threads, words, address);
}
