import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { findOwnKind, ownWorks, textNames, texts, type TextName } from '../kinds/registry.ts';
import { contentFiles, entryFolder, listEntries, listFiles, parseEntryPath } from './files.ts';
import { findOriginal } from './originals.ts';
import { loadOwnBibliography, type OwnWork } from './own-bibliography.ts';
import { getValue, type Locate, type Path } from './source.ts';
import type { YamlSource } from './yaml.ts';

/** The work of `content/own.bib` that the entry in `file` is, if it is one. */
export function findOwnWork(root: string, file: string): OwnWork | undefined {
  return loadOwnBibliography(root).works.get(file);
}

/** Whether the entry has a file, and is not a work of `content/own.bib` alone. */
export function hasFile(root: string, file: string): boolean {
  return existsSync(join(root, file));
}

/** The paths of the entries of a kind, or of the pages, sorted. A work of `content/own.bib` has the path that its file would have. */
export function listEntryFiles(
  root: string,
  kind: TextName,
  files: readonly string[] = listFiles(root),
): string[] {
  const own = [...loadOwnBibliography(root).works.keys()];
  const all = [...files, ...own];
  return [...new Set(listEntries(all, entryFolder(kind)))].sort();
}

/** The path of every entry below `root`, kind by kind, and of every page. */
export function listAllEntries(root: string): string[] {
  const files = listFiles(root);
  return textNames.flatMap((kind) => listEntryFiles(root, kind, files));
}

/**
 * The schema of the fields of the entry or page in `file`, or of the original of which it is a translation. A work can
 * lack fields that BibTeX seldom has.
 */
export function findEntrySchema(root: string, file: string): z.ZodObject {
  const { kind } = parseEntryPath(file) ?? {};
  if (kind === undefined) throw new Error(`${file} is not an entry.`);
  const work = findOwnWork(root, findOriginal(root, file)?.original ?? file);
  return work === undefined ? texts[kind].schema : ownWorks[findOwnKind(work.entry)].schema;
}

/** The fields of a work, located in `content/own.bib`. */
export function readOwnFields({ entry }: Pick<OwnWork, 'entry'>): YamlSource {
  const { fields, origins } = ownWorks[findOwnKind(entry)].read(entry);
  const locate = (path: Path) => {
    const [name = '', index] = path.map(String);
    const names = origins[`${name}.${index}`] ?? origins[name] ?? [name];
    const at = names.find((one) => entry.positions.has(one)) ?? '';
    const { line, column } = entry.positions.get(at) ?? { line: entry.line, column: 1 };
    const found = at === '' ? `@${entry.type}{${entry.key},` : `${at} = {${entry.fields.get(at)}}`;
    return { file: contentFiles.own, line, column, found: shorten(found) };
  };
  return { data: fields, locate, span: () => undefined, unread: [], faults: [] };
}

/** The most letters of a value in a report. */
const mostLetters = 90;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
}

/** The fields of an entry, completed by those of the work that it is. Its own ones count. */
export function completeFields(source: YamlSource, work: YamlSource): YamlSource {
  const stated = source.data as Record<string, unknown> | null | undefined;
  if (stated === undefined) return source;
  const own = work.data as Record<string, unknown>;
  const joined = new Map(
    ['links', 'tags', 'threads', 'papers'].map((name) => [name, joinLists(stated, own, name)]),
  );
  const venue =
    isRecord(stated?.venue) && isRecord(own.venue)
      ? { venue: { ...own.venue, ...stated.venue } }
      : {};
  const locate: Locate = (path, words) => {
    const [name = '', index] = path;
    const places = joined.get(String(name))?.[1] ?? [];
    const place = typeof index === 'number' ? places[index] : undefined;
    if (place !== undefined) return work.locate([name, place, ...path.slice(2)]);
    const isOwn = getValue(stated, path.slice(0, 1)) === undefined && name in own;
    return isOwn ? work.locate(path) : source.locate(path, words);
  };
  const lists = Object.assign({}, ...[...joined.values()].map(([list]) => list)) as object;
  return { ...source, data: { ...own, ...stated, ...venue, ...lists }, locate };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of both lists, and the places of those that come from the second; each item once. */
function joinLists(
  stated: Record<string, unknown> | null | undefined,
  own: Record<string, unknown>,
  name: string,
): [data: Record<string, unknown>, places: (number | undefined)[]] {
  const list: unknown = stated?.[name];
  const others: unknown = own[name];
  if (!Array.isArray(list) || !Array.isArray(others)) return [{}, []];
  const identify = (item: unknown) => (isRecord(item) ? item.address : item);
  const known = new Set(list.map(identify));
  const more = [...others.entries()].filter(([, item]) => !known.has(identify(item)));
  return [
    { [name]: [...(list as unknown[]), ...more.map(([, item]) => item as unknown)] },
    [...list.map(() => undefined), ...more.map(([index]) => index)],
  ];
}
