import { basename } from 'node:path';
import { listRelations, type TextName } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import type { Located, LocatedEntry, PageLink } from '../lib/located.ts';
import { joinName } from '../lib/written-name.ts';
import {
  checkAttachment,
  checkAttachments,
  listLinkedFiles,
  resolveFile,
} from './attachments/check.ts';
import { checkBody } from './body/check.ts';
import { readEntryFile } from './entry-file.ts';
import { checkName } from './entry-name.ts';
import { readFieldCitations } from './field-citations.ts';
import { readFieldLinks } from './field-links.ts';
import { checkAccent } from './accent.ts';
import { loadFieldPictures } from './field-pictures.ts';
import { checkFields } from './fields.ts';
import { contentFiles } from './files.ts';
import { loadMacros } from './macros.ts';
import { findOriginal } from './originals.ts';
import { findEntrySchema, hasFile } from './own-entries.ts';
import { checkPlace, checkTwin } from './own-faults.ts';
import { getValue, type Locate } from './source.ts';
import { checkTranslation } from './translation-faults.ts';
import type { YamlSource } from './yaml.ts';

/** An entry, with the facts of its file alone. */
export interface LoadedEntry {
  entry: LocatedEntry;
  faults: Fault[];
  pageLinks: PageLink[];
  /** The paths of the pictures in its fields and its text. */
  images: Located<string>[];
  /** The paths of the files that are published beside its page. */
  files: Located<string>[];
  /** The paths of the data of its figures. */
  data: string[];
}

/** Loads the entry of a kind, or the page, in `file` with its own faults. `keys` are those of the bibliography. */
export function loadEntry(
  root: string,
  file: string,
  kind: TextName,
  keys: readonly string[],
): LoadedEntry {
  const schema = findEntrySchema(root, file);
  const slug = basename(file, '.mdx');
  const isFile = hasFile(root, file);
  const ownFile = isFile ? file : contentFiles.own;
  const placeFaults = isFile ? checkPlace(root, file) : [];
  const nameFaults = isFile ? checkName(root, file) : [];
  const ownFaults = [...nameFaults, ...(isFile ? checkTwin(root, file) : [])];
  const { source, body: prose, faults } = readEntryFile(root, file);
  // Without its original, a translation lacks most of its fields.
  const isLost = nameFaults.some(({ rule }) => rule === 'bad-translation');
  if (source === undefined || placeFaults.length > 0 || isLost)
    return {
      entry: {
        kind,
        slug,
        file: ownFile,
        order: [],
        tags: [],
        references: [],
        related: [],
        citations: [],
        entryKeys: [],
        areTagsKnown: false,
      },
      faults: [...placeFaults, ...ownFaults, ...(isLost ? [] : faults)],
      pageLinks: [],
      images: [],
      files: [],
      data: [],
    };
  const fields = source.unread.length > 0 ? undefined : source.data;
  const [macros, pictures] = [loadMacros(root), loadFieldPictures(root, file, source)];
  const body = checkBody(root, file, prose ?? '', fields, macros, keys);
  // The facts of a translation are those of its original, which has them in its own report.
  const isTranslation = findOriginal(root, file) !== undefined;
  const isStated = ({ place }: Located<unknown>) => place.file === file || !isTranslation;
  const read = (field: string) =>
    field in schema.shape ? readField(source, field).filter(isStated) : [];
  const linked = listLinkedFiles(source).filter(isStated);
  const linkFaults = linked.flatMap(({ value, place }) =>
    checkAttachment(root, file, value).map((fault): Fault => ({ ...place, ...fault })),
  );
  const missed = new Set(linkFaults.map(({ line }) => line));
  const files = [
    ...linked
      .filter(({ place }) => !missed.has(place.line))
      .map(({ value, place }) => ({ value: resolveFile(file, value), place })),
    ...body.files,
  ];
  const isText = (one: Located<unknown>): one is Located<string> => typeof one.value === 'string';
  return {
    entry: {
      kind,
      slug,
      file: ownFile,
      ...readTitle(source),
      order: read('order').filter((one): one is Located<number> => typeof one.value === 'number'),
      tags: read('tags').filter(isText),
      references: read('references').filter(isText),
      related: listRelations(kind).flatMap(([field, of]) =>
        read(field)
          .filter(isText)
          .map((one) => ({ ...one, kind: of })),
      ),
      formerly: read('formerly').filter(isText),
      authors: readNames(source),
      citations: [...readFieldCitations(source), ...body.citations],
      entryKeys: body.entryKeys,
      ...(prose !== undefined && body.labels && { labels: body.labels }),
      areTagsKnown:
        source.data !== undefined &&
        !source.unread.includes('tags') &&
        typeof getValue(source.data, ['tags']) !== 'string',
    },
    faults: [
      ...ownFaults,
      ...checkTranslation(root, file),
      ...faults,
      ...checkFields(schema, source, keys, macros),
      ...checkEqual(source),
      ...checkAccent(source),
      ...linkFaults,
      ...pictures.faults,
      ...body.faults,
      ...checkAttachments(root, slug, files),
    ].filter((fault) => fault.file === file || !isTranslation),
    pageLinks: [...readFieldLinks(root, source), ...body.pageLinks],
    images: [...pictures.images, ...body.images],
    files,
    data: body.data,
  };
}

/** The title of an entry or of the site, if it is a text. */
export function readTitle({ data, locate }: YamlSource): { title?: Located<string> } {
  const value = getValue(data, ['title']);
  return typeof value === 'string'
    ? { title: { value: value.trim(), place: locate(['title']) } }
    : {};
}

/** Returns the value of a field, or each value of a list, trimmed as in the schema. */
function readField({ data, locate }: YamlSource, field: string): Located<unknown>[] {
  const read = (value: unknown, place: ReturnType<Locate>): Located<unknown> => ({
    value: typeof value === 'string' ? value.trim().normalize('NFC') : value,
    place,
  });
  const value = getValue(data, [field]);
  // One text in place of a list of texts is a fault by itself, but for addresses.
  if (typeof value === 'string' && field !== 'formerly') return [];
  if (!Array.isArray(value)) return [read(value, locate([field]))];
  return value.map((item: unknown, index) => read(item, locate([field, index])));
}

/** The names of the authors of an entry. */
function readNames({ data }: YamlSource): string[] {
  const authors = getValue(data, ['authors']);
  return Array.isArray(authors) ? authors.map(joinName).filter(Boolean) : [];
}

/** Nobody contributes equally alone. */
function checkEqual({ data, locate }: YamlSource): Fault[] {
  const authors = getValue(data, ['authors']);
  if (!Array.isArray(authors)) return [];
  const marked = [...authors.keys()].filter(
    (index) => getValue(data, ['authors', index, 'equal']) === true,
  );
  if (marked.length !== 1) return [];
  return [
    {
      rule: 'wrong-type',
      ...locate(['authors', marked[0] ?? 0, 'equal']),
      expected: '“equal: true” at two authors or more, who contributed as much as each other',
      fix: 'Add it to the others, or remove it.',
      isHarmless: true,
    },
  ];
}
