import { basename } from 'node:path';
import { formatHead, locateFinding } from '../bibliography/finding.ts';
import type { BibEntry } from '../bibliography/parse.ts';
import { renderTex } from '../bibliography/tex.ts';
import type { z } from 'astro/zod';
import { isBefore } from '../lib/date.ts';
import type { Fault } from '../lib/fault.ts';
import { formatPlain, parseInline } from '../lib/inline.ts';
import { readFile } from './entry-file.ts';
import { contentFiles } from './files.ts';
import { loadOwnBibliography, type OwnBibliography } from './own-bibliography.ts';
import { findEntrySchema, findOwnWork, readOwnFields } from './own-entries.ts';
import { getValue } from './source.ts';

/** The fields that a work and its entry may both state, and that must then agree. */
const shared =
  'title short authors venue date type language abstract event place doi repository license'.split(
    ' ',
  );

/**
 * Finds fields of the entry in `file` that `content/own.bib` states too. One that says the same, or less, is harmless;
 * one that adds to the work, such as an ORCID iD to a name, is no fault.
 */
export function checkTwin(root: string, file: string): Fault[] {
  const work = findOwnWork(root, file);
  const { source } = readFile(root, file);
  if (work === undefined || source?.data === undefined) return [];
  const own = readOwnFields(work);
  const shape = findEntrySchema(root, file).shape as Record<string, z.ZodType>;
  return shared.flatMap((field): Fault[] => {
    const read = (data: unknown) => shape[field]?.safeParse(getValue(data, [field])).data;
    const stated = getValue(source.data, [field]);
    if (stated === undefined || getValue(own.data, [field]) === undefined) return [];
    const relation = compare(field, read(own.data), read(source.data));
    if (relation === 'adds') return [];
    const { line, found } = own.locate([field]);
    const isSame = relation === 'same';
    return [
      {
        rule: 'stated-twice',
        ...source.locate([field]),
        expected: isSame
          ? `no “${field}” here; ${contentFiles.own} says the same in line ${line}`
          : `no “${field}” here, or that of ${contentFiles.own} in line ${line}: ${found}`,
        fix: isSame
          ? 'Remove the field here.'
          : `Remove the field here, or correct ${contentFiles.own}.`,
        ...(isSame && { isHarmless: true as const }),
      },
    ];
  });
}

/** Finds a file for a work of `content/own.bib` that is in the folder of another kind, and so has no title. */
export function checkPlace(root: string, file: string): Fault[] {
  const { works } = loadOwnBibliography(root);
  if (works.has(file)) return [];
  const place = works.keys().find((path) => basename(path) === basename(file));
  const { source } = readFile(root, file);
  if (place === undefined || getValue(source?.data, ['title']) !== undefined) return [];
  const { key = '', type = '' } = works.get(place)?.entry ?? {};
  return [
    {
      rule: 'unexpected-file',
      file,
      line: 1,
      column: 1,
      found: file,
      expected: `${place}, since “${key}” in ${contentFiles.own} is @${type}; or a title, if this is another entry`,
      nearest: place,
      fix: 'Move the file.',
    },
  ];
}

type Relation = 'same' | 'adds' | 'differs';

/** Compares a value of the entry with that of its work. A value that breaks the schema has a report of its own. */
function compare(field: string, own: unknown, stated: unknown): Relation {
  if (own === undefined || stated === undefined) return 'adds';
  // The kind of a venue has a default, which nobody wrote.
  const [one, two] = [own, stated].map((value) => JSON.stringify(value, dropKind));
  if (one === two || (isText(own) && isText(stated) && simplify(own) === simplify(stated)))
    return 'same';
  // A work can be public before the date of its venue.
  if (field === 'date' && isText(own) && isText(stated) && !isBefore(own, stated)) return 'adds';
  return includes(stated, own) ? 'adds' : 'differs';
}

function dropKind(name: string, value: unknown): unknown {
  return name === 'kind' ? undefined : value;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function simplify(text: string): string {
  return formatPlain(parseInline(text)).replace(/\s+/g, ' ').trim();
}

/** Whether a value has all that another one has. */
function includes(whole: unknown, part: unknown): boolean {
  if (isText(whole) && isText(part)) return simplify(whole) === simplify(part);
  if (Array.isArray(whole) && Array.isArray(part))
    return (
      whole.length === part.length && part.every((item, index) => includes(whole[index], item))
    );
  if (typeof whole !== 'object' || typeof part !== 'object' || whole === null || part === null)
    return whole === part;
  return Object.entries(part).every(
    ([name, value]) => name === 'kind' || includes((whole as Record<string, unknown>)[name], value),
  );
}

/** Finds works of the bibliography whose key is that of a work of the author, which is then cited. */
export function checkSharedKeys(entries: readonly BibEntry[], { works }: OwnBibliography): Fault[] {
  const own = new Map(works.values().map(({ entry }) => [entry.key.toLowerCase(), entry]));
  return entries.flatMap((entry): Fault[] => {
    const other = own.get(entry.key.toLowerCase());
    if (other === undefined) return [];
    const field = findContrast(entry, other);
    const fault = {
      rule: 'bibtex-duplicate-key' as const,
      entry,
      found: formatHead(entry),
      expected: `a key of its own: “${other.key}” is the work in line ${other.line} of ${contentFiles.own}, which is cited`,
      ...(field === undefined
        ? { fix: 'Take this entry out; both say the same.', isHarmless: true as const }
        : { fix: `Take this entry out, or rename its key; “${field}” differs.` }),
    };
    return [locateFinding(fault, contentFiles.references)];
  });
}

/** The first field that two entries state differently. */
function findContrast(one: BibEntry, two: BibEntry): string | undefined {
  return one.fields
    .entries()
    .find(([name, value]) => renderTex(two.fields.get(name) ?? value) !== renderTex(value))?.[0];
}
