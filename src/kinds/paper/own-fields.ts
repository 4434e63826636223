import { formatFieldSource } from '../../bibliography/field-source.ts';
import type { Name } from '../../bibliography/names.ts';
import type { BibEntry } from '../../bibliography/parse.ts';
import { buildReference, type Reference } from '../../bibliography/reference.ts';
import { parseTex } from '../../bibliography/tex.ts';
import { readRuns } from '../../bibliography/texts.ts';
import { readLanguageName } from '../../lib/language-names.ts';

/** The fields of an entry that a work of a `.bib` file states. */
export interface WorkFields {
  fields: Record<string, unknown>;
  /** The fields of BibTeX from which a field, or an item of a list, comes: the first that the work has. */
  origins: Record<string, readonly string[]>;
}

/** Reads the fields that works of each kind have. `lists` names those that are lists of tags or slugs. */
export function readCommonFields(entry: BibEntry, lists: readonly string[]): WorkFields {
  const work = buildReference(entry);
  const abstract = readSource(entry, 'abstract');
  const language = readLanguageName(entry.fields.get('langid') ?? entry.fields.get('language'));
  const items = lists.map((name): [string, string[]] => {
    const values = (entry.fields.get(name) ?? '').split(/[,;]/);
    return [name, values.map((value) => parseTex(value).text).filter(Boolean)];
  });
  return {
    fields: {
      title: formatFieldSource(readRuns(work, 'title')),
      ...(work.authors.length > 0 && { authors: work.authors.map(readAuthor) }),
      ...(abstract !== '' && { abstract }),
      ...(language !== undefined && { language }),
      ...Object.fromEntries(items.filter(([, values]) => values.length > 0)),
      ...(/^\{?(?:true|yes|1)\}?$/i.test(entry.fields.get('selected')?.trim() ?? '') && {
        selected: true,
      }),
    },
    origins: {
      title: ['title', 'shorttitle'],
      authors: ['author', 'editor'],
      date: ['date', 'year'],
      language: ['langid', 'language'],
    },
  };
}

/** A field of BibTeX as a field of an entry is written. */
export function readSource(entry: BibEntry, name: string): string {
  return formatFieldSource(parseTex(entry.fields.get(name) ?? '').runs);
}

/** A name as the field `authors` has it. */
function readAuthor(name: Name): Record<string, string> {
  return Object.fromEntries(Object.entries(name).filter(([, part]) => part !== ''));
}

/** The date of a work, as far as it is known. */
export function readWorkDate({ year, date }: Reference): string | undefined {
  const day = date?.map((part) => String(part).padStart(2, '0')).join('-');
  return day ?? (/^\d{4}$/.test(year) ? year : undefined);
}
