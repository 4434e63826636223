import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatApa } from '../../../src/bibliography/apa.ts';
import { formatCslJson } from '../../../src/bibliography/csl-json.ts';
import { formatBibtex, parseSources } from '../../../src/bibliography/export.ts';
import { removePrivateFields } from '../../../src/bibliography/private-fields.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { formatRis } from '../../../src/bibliography/ris.ts';

const parseEntries = (bib: string) => parseBibliography(bib, '').entries;

/** The fields that the style prints, by type: those of every type, then its own. */
const always = [
  'title',
  'subtitle',
  'author',
  'year',
  'howpublished',
  'doi',
  'translator',
  'origyear',
];
const printed: Record<string, string[]> = {
  article: ['journal', 'volume', 'number', 'pages'],
  book: ['editor', 'publisher', 'edition', 'series', 'volume', 'chapter'],
  incollection: [
    'booktitle',
    'editor',
    'edition',
    'series',
    'volume',
    'chapter',
    'pages',
    'publisher',
  ],
  inproceedings: ['booktitle', 'editor', 'series', 'volume', 'number', 'pages', 'publisher'],
  techreport: ['institution', 'type', 'number', 'version'],
  manual: ['organization', 'edition', 'version'],
  phdthesis: ['school', 'type'],
  thesis: ['institution', 'type'],
  patent: ['holder', 'number', 'type'],
  software: ['version', 'publisher'],
  dataset: ['version', 'publisher'],
  online: ['organization', 'type'],
  misc: ['publisher', 'type', 'edition', 'version', 'volume', 'number', 'pages'],
};

/** Fields that the style has no place for. Files for programs have those of the second list. */
const unprinted = ['language', 'pagetotal', 'urldate', 'biburl', 'whatever'];
const exported = ['location', 'isbn', 'issn', 'eventtitle'];

const word = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][a-z]{3,9}$/);
const values: Record<string, fc.Arbitrary<string>> = {
  author: word.map((name) => `${name}, Ada`),
  editor: word.map((name) => `${name}, Max`),
  translator: word.map((name) => `${name}, Max`),
  origyear: fc.integer({ min: 1000, max: 1899 }).map(String),
  year: fc.integer({ min: 1900, max: 2099 }).map(String),
  volume: fc.integer({ min: 100, max: 999 }).map(String),
  number: fc.integer({ min: 1000, max: 4999 }).map(String),
  chapter: fc.integer({ min: 5000, max: 5999 }).map(String),
  pages: fc.integer({ min: 6000, max: 6999 }).map((page) => `${page}--${page + 9}`),
  edition: fc.integer({ min: 4, max: 9 }).map(String),
  version: fc.integer({ min: 1, max: 9 }).map((number) => `${number}.0.7`),
  doi: word.map((name) => `10.1000/${name}`),
  isbn: fc.constant('978-3-16-148410-0'),
  issn: fc.constant('2049-3630'),
};

/** An entry of some type with some of the fields, in some order. */
const entry = fc
  .record({
    type: fc.constantFrom(...Object.keys(printed)),
    chosen: fc.func(fc.boolean()),
    order: fc.func(fc.nat()),
  })
  .chain(({ type, chosen, order }) => {
    const optional = [...(printed[type] ?? []), ...always.slice(4), ...unprinted, ...exported];
    // Without the title of the whole, a part has no editors of its own.
    const required = [...always.slice(0, 4), ...optional.filter((name) => name === 'booktitle')];
    const names = [...new Set([...required, ...optional.filter((name) => chosen(name))])];
    const sorted = names.toSorted((a, b) => order(a) - order(b));
    return fc.record({
      type: fc.constant(type),
      fields: fc
        .tuple(...sorted.map((name) => values[name] ?? word))
        .map((all) => new Map(all.map((value, index) => [sorted[index] ?? '', value]))),
    });
  });

/** The part of a value that a printed reference holds. */
function findMark(name: string, value: string): string {
  if (name === 'author') return value.replace(/, Ada/, ', A.');
  if (name === 'editor' || name === 'translator') return value.replace(/^(\w+), Max/, 'M. $1');
  return value.split('--', 1)[0] ?? value;
}

/** The part of a value that the files for programs hold. */
function findFileMark(name: string, value: string): string {
  return value.endsWith(', Max') ? value.slice(0, -5) : findMark(name, value);
}

test('every field that the style prints is in the reference, and every field is in the .bib', () => {
  fc.assert(
    fc.property(entry, ({ type, fields }) => {
      const lines = Array.from(fields, ([name, value]) => `  ${name} = {${value}}`);
      const bib = `@${type}{key,\n${lines.join(',\n')}\n}`;
      const published = removePrivateFields(bib);
      const [work] = parseEntries(published);
      assert(work);
      const reference = buildReference(work);
      const apa = formatApa(reference);
      for (const name of [...always, ...(printed[type] ?? [])]) {
        const value = fields.get(name);
        if (value !== undefined) assert(apa.includes(findMark(name, value)), `${name}: ${apa}`);
      }
      const files = formatRis([reference]) + JSON.stringify(formatCslJson([reference]));
      for (const name of [...exported, 'translator', 'origyear', ...(printed[type] ?? [])]) {
        const value = fields.get(name);
        if (value !== undefined)
          assert(files.includes(findFileMark(name, value)), `${name}: ${files}`);
      }
      const alone = formatBibtex([{ key: 'key' }], parseSources(published));
      for (const [name, value] of fields) assert(alone.includes(`${name} = {${value}}`), name);
      assert.deepEqual(parseEntries(alone)[0]?.fields, work.fields);
    }),
    { seed: 1, numRuns: 500 },
  );
});
