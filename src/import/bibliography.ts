import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { findOwnKind, ownWorks } from '../kinds/registry.ts';
import type { Link } from '../schema/link.ts';
import { chooseSlug, leave, type Draft } from './draft.ts';
import { EntryFiles, findFile } from './links.ts';
import { writeAuthors } from './names.ts';
import { buildPaper, dropUnset } from './paper.ts';
import { ignoredFields, placedFields, readWork } from './work.ts';

/** Reads a `.bib` file. Lists the entries that cannot be read. */
function readEntries(draft: Draft, file: string): { text: string; entries: BibEntry[] } {
  const text = draft.source.read(file) ?? '';
  const { entries, brokenKeys, faults } = parseBibliography(text, file);
  for (const { line, rule, expected } of faults)
    if (/^bibtex-(?:syntax|duplicate-key)$/.test(rule))
      leave(draft, file, line, `Not read: ${expected}.`);
  for (const key of brokenKeys) leave(draft, file, 1, `The entry ${key} cannot be read.`);
  return { text, entries };
}

/** Adds the works of a `.bib` file to the list of references. */
export function addReferences(draft: Draft, file: string): void {
  draft.works.push({ file, ...readEntries(draft, file) });
}

/** Reads the only work of a `.bib` file; undefined if there are none, or several. */
export function readOnlyWork(draft: Draft, file: string): BibEntry | undefined {
  const { entries } = readEntries(draft, file);
  return entries.length === 1 ? entries[0] : undefined;
}

/** Adds the works of a `.bib` file as papers and outputs of the author. */
export function addOwnWorks(draft: Draft, file: string): void {
  const { text, entries } = readEntries(draft, file);
  for (const entry of entries) addOwnWork(draft, file, entry);
  draft.ownWorks.push({ file, text, entries });
  leaveBibFields(draft, file, entries);
}

function addOwnWork(draft: Draft, file: string, entry: BibEntry): void {
  const kind = findOwnKind(entry);
  const slug = chooseSlug(draft, kind, entry.key);
  const files = new EntryFiles(slug);
  const { line } = entry;
  const link = (address: string) => {
    const found = findFile(draft, file, address);
    if (found !== undefined) return files.add(found);
    if (address === '' || /^(?:https?:|mailto:)/.test(address)) return address;
    leave(draft, file, line, `${entry.key}: there is no file ${address}.`);
    return '';
  };
  const fields = kind === 'output' ? readOutput(entry, link) : buildPaper(readWork(entry, link));
  draft.entries.push({
    kind,
    slug,
    fields,
    body: '',
    from: { file, line },
    files: files.files,
  });
}

/** Reads a work as an output of the author. */
function readOutput(entry: BibEntry, link: (address: string) => string) {
  const { fields } = ownWorks.output.read(entry);
  const links = (fields.links ?? []) as Link[];
  return dropUnset({
    ...fields,
    authors: writeAuthors(entry),
    links: links
      .map(({ label, address }) => ({ label, address: link(address) }))
      .filter(({ address }) => address !== ''),
  });
}

/** The fields that an output has a place for, beside those of a paper. */
const outputFields: ReadonlySet<string> = new Set(
  'version license repository eventtitle location address data tags threads papers'.split(' '),
);

/** Lists the fields of works that a paper has no place for, with the number of works. */
function leaveBibFields(draft: Draft, file: string, entries: readonly BibEntry[]): void {
  const found = entries.flatMap((entry) => {
    const { fields, positions, line } = entry;
    const isOutput = findOwnKind(entry) === 'output';
    const isPlaced = (name: string) =>
      placedFields.has(name) || (isOutput && outputFields.has(name)) || ignoredFields.test(name);
    return [...fields.keys()]
      .filter((name) => !isPlaced(name) && fields.get(name)?.trim())
      .map((name) => ({ name, line: positions.get(name)?.line ?? line }));
  });
  for (const [name, all] of Map.groupBy(found, (one) => one.name))
    leave(
      draft,
      file,
      all[0]?.line ?? 1,
      `${name} (${all.length === 1 ? '1 work' : `${all.length} works`}): a paper has no such field.`,
    );
}
