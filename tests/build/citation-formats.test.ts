import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import citationJs, { type Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { CslDate, CslItem } from '../../src/bibliography/csl-json.ts';
import { formatFullName } from '../../src/bibliography/names.ts';
import { parseBibliography } from '../../src/bibliography/parse.ts';
import { buildReference, type Reference } from '../../src/bibliography/reference.ts';
import { projectFolder } from '../../src/cli/project.ts';
import { exampleBuild } from '../support/builds.ts';

/** Every downloadable reference list, without file extension. */
const { folder } = exampleBuild;
const files = globSync('**/*.bib', { cwd: folder }).map((file) =>
  join(folder, file.replace(/\.bib$/, '')),
);

const read = (file: string) => readFileSync(file, 'utf8');

/** The facts that identify a work in each format. */
interface Summary {
  title: string;
  year: string;
  authors: (string | undefined)[];
}

const summarize = ({ title, authors, year }: Reference): Summary => ({
  title,
  year,
  authors: authors.map(formatFullName),
});

const readYear = (issued: CslDate): string =>
  'date-parts' in issued ? String(issued['date-parts'][0]?.[0]) : issued.literal;

const summarizeItem = ({ title, issued, author, editor }: CslItem): Summary => ({
  title,
  year: issued ? readYear(issued) : '',
  authors: (author ?? editor ?? []).map(({ given, family, suffix, literal, ...name }) => {
    const parts = [given, name['non-dropping-particle'], family, suffix];
    return literal ?? parts.filter(Boolean).join(' ');
  }),
});

const listItems = ({ data }: Cite) => data as CslItem[];

const lists = files.map((file) => {
  const { entries, faults } = parseBibliography(read(`${file}.bib`), file);
  return {
    name: file.replace(/^.*\.cache\/test\//, ''),
    // A work with an empty author is no BibTeX work.
    bibtex: faults.length === 0 ? entries.map(buildReference).map(summarize) : undefined,
    ris: listItems(new citationJs.Cite(read(`${file}.ris`), { forceType: '@ris/file' })),
    csl: new citationJs.Cite(JSON.parse(read(`${file}.json`))),
  };
});

test('there are works of others and of the author to be read', () => {
  const whole = lists.filter(({ bibtex }) => bibtex !== undefined);
  assert.ok(Math.max(...whole.map(({ bibtex = [] }) => bibtex.length)) >= 5);
  assert.ok(whole.filter(({ name }) => name.endsWith('/citation')).length >= 3);
});

test('a reader of CSL-JSON finds the works, titles, authors and years of the BibTeX file', () => {
  for (const { name, bibtex, csl } of lists)
    if (bibtex) assert.deepEqual(listItems(csl).map(summarizeItem), bibtex, name);
});

test('a reader of RIS finds those of CSL-JSON', () => {
  // Citation.js supports neither editors beside a year, nor invalid years.
  const isReadable = ({ editor, issued }: CslItem) =>
    editor === undefined && !(issued && 'literal' in issued);
  for (const { name, ris, csl } of lists) {
    const items = listItems(csl);
    const read = ris.filter((_, index) => items[index] && isReadable(items[index]));
    assert.equal(ris.length, items.length, name);
    assert.deepEqual(read.map(summarizeItem), items.filter(isReadable).map(summarizeItem), name);
  }
});

test('a citation processor prints the title, the year and the first family of each work', () => {
  const options = { format: 'text', template: 'apa', nosort: true, asEntryArray: true } as const;
  for (const { name, csl } of lists) {
    const items = listItems(csl);
    for (const [index, [id, printed]] of csl.format('bibliography', options).entries()) {
      const item = items[index];
      assert.equal(item?.id, id);
      const { title, year } = summarizeItem(item);
      const { family, literal } = (item.author ?? item.editor)?.[0] ?? {};
      // It has its own style of apostrophes and quotation marks.
      const plain = (text: string) => text.replace(/['"‘’“”]/g, '');
      for (const part of [title, year || 'n.d.', family ?? literal ?? ''])
        assert.ok(plain(printed).includes(plain(part)), `${name}: no “${part}” in “${printed}”`);
    }
  }
});

test('private fields of the bibliography are in no file of the site', () => {
  const source = read(join(projectFolder, 'examples/showcase/content/references.bib'));
  const marker = /not to be published/i;
  assert.match(source, marker);
  const telling = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => marker.test(read(file)));
  assert.deepEqual(telling, []);
  // Other fields are verbatim.
  assert.match(
    read(join(folder, 'references.bib')),
    /\n {2}year {6}= \{2022\},\n {2}eprint {8}= \{2208\.01066\},\n {2}archiveprefix = \{arXiv\}\n\}\n/,
  );
});
