import { readFormula } from '../lib/formula.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslItem } from '../bibliography/csl-json.ts';
import { formatFullName, parseNames } from '../bibliography/names.ts';
import { parseBibliography } from '../bibliography/parse.ts';
import { renderTex } from '../bibliography/tex.ts';
import { parseTwin } from './markdown.ts';
import { placeWhole } from './page-forms.ts';
import type { Page } from './page.ts';
import { readRis } from './ris-reader.ts';
import type { BuiltSite } from './site.ts';
import { kinds } from '../kinds/registry.ts';
import { findOwnWork } from '../loaders/own-entries.ts';
import {
  findKind,
  nameSource,
  readApa,
  readMeta,
  readText,
  type Read,
  type EntryFacts,
} from './statement.ts';

function readFile({ path }: Page, { folder }: BuiltSite, name: string): string {
  return readFileSync(join(folder, path, name), 'utf8');
}

/** Reads a note that repeats the publication line of a paper as its status. */
function readNote(page: Page, note: string | undefined): EntryFacts {
  if (note === undefined) return {};
  const isLine = renderTex(note) === readText(page, '.publication p + p');
  return { status: isLine ? readText(page, '.publication p') : note };
}

const readBibtex: Read = (page, site) => {
  const [entry] = parseBibliography(readFile(page, site, 'citation.bib'), 'citation.bib').entries;
  const fields = entry?.fields ?? new Map<string, string>();
  return {
    title: renderTex(fields.get('title') ?? '').replace(
      /\$(?![\s\d])([^$]+?)(?<!\s)\$/g,
      (_, tex: string) => readFormula(tex),
    ),
    authors: parseNames(fields.get('author') ?? fields.get('editor') ?? '')
      .names.map(formatFullName)
      .join(', '),
    year: fields.get('year'),
    ...placeWhole(site.origin, fields.get('url')),
    ...readNote(page, fields.get('note')),
  };
};

const readRisFile: Read = (page, site) => {
  const [record] = readRis(readFile(page, site, 'citation.ris'));
  const list = (tag: string) =>
    record?.lines.flatMap(([name, value]) => (name === tag ? [value] : [])) ?? [];
  const names = readMeta(page, 'author');
  return {
    title: list('TI')[0],
    authors: (list('AU').length > 0 ? list('AU') : list('ED'))
      .map((name) => restoreOrder(name, names))
      .join(', '),
    year: list('PY')[0],
    ...placeWhole(
      site.origin,
      list('UR').find((one) => one.endsWith(page.path)),
    ),
    ...readNote(page, list('N1')[0]),
  };
};

/**
 * `Example, Grace van der, Jr.` → `Grace van der Example Jr.`; a name may contain a comma itself.
 */
function restoreOrder(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const [family = '', given = '', suffix = ''] = name.split(', ');
  return formatFullName({ given, particle: '', family, suffix });
}

const readCsl: Read = (page, site) => {
  const [item] = JSON.parse(readFile(page, site, 'citation.json')) as CslItem[];
  if (item === undefined) throw new Error('It contains no work.');
  const { title, editor = [], author = editor, issued, URL: address, note } = item;
  const authors = author.map(
    ({ literal, given = '', 'non-dropping-particle': particle = '', family = '', suffix = '' }) =>
      literal ?? formatFullName({ given, particle, family, suffix }),
  );
  const [year] = issued && 'date-parts' in issued ? (issued['date-parts'][0] ?? []) : [];
  return {
    title,
    authors: authors.join(', '),
    year: year === undefined ? undefined : String(year),
    ...placeWhole(site.origin, address),
    ...readNote(page, note),
  };
};

const readTwin: Read = (page, site) => {
  const { facts } = parseTwin(readFile(page, site, 'index.md'));
  const read = (name: string) => facts[name] as string | undefined;
  return {
    title: read('title'),
    authors: ((facts.authors ?? []) as string[]).join(', '),
    date: read(kinds[findKind(page)].date),
    status: read('status'),
    address: read('address'),
  };
};

/** Reads a citation of the entry, which is there if its page says how to cite it. */
const ifCited = (read: Read): Read => {
  return (page, site) => {
    if (readApa(page) === '') return {};
    const facts = read(page, site);
    if (findOwnWork(site.source, nameSource(page)) === undefined) return facts;
    // The author of a work of own.bib states its note, its address and words such as “in press”.
    const { title, authors = '', year = '' } = facts;
    return { title, authors, ...(/^\d{4}$/.test(year) && { year }) };
  };
};

/** The forms in files beside the page. */
export const fileForms: Record<string, Read> = {
  'citation.bib': ifCited(readBibtex),
  'citation.ris': ifCited(readRisFile),
  'citation.json': ifCited(readCsl),
  'index.md': readTwin,
};
