import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCslJson, type CslItem } from '../../../src/bibliography/csl-json.ts';
import { cslItem } from '../../../src/metadata/research/fields.ts';
import { assertCslItem } from './csl-schema.ts';
import { arxiv, reference, wholeArticle } from './specimen.ts';

/** The item of a reference, held against the schemas of CSL and of research.json. */
function item(fields: Record<string, string> = {}, type?: string): CslItem {
  const [found] = formatCslJson([reference(fields, type)]);
  assert(found);
  assertCslItem(found);
  cslItem.parse(found);
  assert.deepEqual(JSON.parse(JSON.stringify(found)), found, 'nothing is lost as JSON');
  return found;
}

test('an article, whole', () => {
  assert.deepEqual(item(wholeArticle, 'article'), {
    id: 'a',
    type: 'article-journal',
    title: 'A Title: Its Subtitle',
    author: [
      { family: 'Oswald', given: 'Johannes', 'non-dropping-particle': 'von' },
      { literal: 'OpenAI' },
    ],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'J. Tests',
    'container-title-short': 'JT',
    volume: '12',
    issue: '3',
    page: '1-10',
    publisher: 'Acme',
    archive: 'arXiv',
    archive_location: '1906.01820',
    DOI: '10.1000/1<2>',
    URL: 'https://example.org/a',
  });
});

test('an address has the day on which it was read', () => {
  const { accessed } = item({ url: 'https://example.org/', urldate: '2024-05-01' });
  assert.deepEqual(accessed, { 'date-parts': [[2024, 5, 1]] });
});

test('a translation has its translators, and the year of the original', () => {
  const { translator, 'original-date': original } = item(
    { translator: 'Low, C.', origdate: '1923' },
    'book',
  );
  assert.deepEqual(translator, [{ family: 'Low', given: 'C.' }]);
  assert.deepEqual(original, { 'date-parts': [[1923]] });
});

test('an item has no empty properties', () => {
  assert.deepEqual(item(), {
    id: 'a',
    type: 'document',
    title: 'T',
    author: [{ family: 'Doe', given: 'Jane' }],
    issued: { 'date-parts': [[2020]] },
  });
});

test('a preprint is an article that arXiv publishes under its identifier', () => {
  const { type, publisher, number, URL, ...others } = item(
    {
      journal: 'CoRR',
      volume: 'abs/1906.01820',
      ...arxiv,
    },
    'article',
  );
  assert.equal(type, 'article');
  assert.equal(publisher, 'arXiv');
  assert.equal(number, 'arXiv:1906.01820');
  assert.equal(URL, 'https://arxiv.org/abs/1906.01820');
  assert.equal('container-title' in others || 'volume' in others || 'archive' in others, false);
});

const types: [bibtex: string, csl: string, fields?: Record<string, string>][] = [
  ['article', 'article-journal', { journal: 'J' }],
  ['inproceedings', 'paper-conference', { booktitle: 'P' }],
  ['incollection', 'chapter'],
  ['book', 'book'],
  ['booklet', 'pamphlet'],
  ['proceedings', 'book'],
  ['collection', 'book'],
  ['periodical', 'periodical'],
  ['phdthesis', 'thesis'],
  ['techreport', 'report'],
  ['unpublished', 'manuscript'],
  ['unpublished', 'article', arxiv],
  ['online', 'webpage'],
  ['dataset', 'dataset'],
  ['software', 'software'],
  ['video', 'motion_picture'],
  ['patent', 'patent'],
  ['misc', 'document'],
  ['inreference', 'chapter'],
  ['reference', 'book'],
  ['review', 'article-journal', { journaltitle: 'J' }],
  ['movie', 'motion_picture'],
  ['standard', 'document'],
];

for (const [bibtex, csl, fields] of types) {
  test(`@${bibtex} is of the type ${csl}`, () => assert.equal(item(fields, bibtex).type, csl));
}

const names: [bib: string, csl: object][] = [
  ['Doe, Jane', { family: 'Doe', given: 'Jane' }],
  [
    'Charles Louis de la Vallée Poussin',
    { family: 'Vallée Poussin', given: 'Charles Louis', 'non-dropping-particle': 'de la' },
  ],
  ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Plato', { family: 'Plato' }],
  ['{Barnes and Noble, Inc.}', { literal: 'Barnes and Noble, Inc.' }],
];

for (const [bib, csl] of names) {
  test(`the name ${bib}`, () => assert.deepEqual(item({ author: bib }).author, [csl]));
}

test('“and others” is no person but a note', () => {
  const { author, note } = item({ author: 'Doe, Jane and others' });
  assert.deepEqual(author, [{ family: 'Doe', given: 'Jane' }]);
  assert.equal(note, 'The list of authors is not complete.');
});

test('editors in the place of authors are editors', () => {
  const { author, editor } = item({ author: '', editor: 'Roe, Richard' }, 'proceedings');
  assert.equal(author, undefined);
  assert.deepEqual(editor, [{ family: 'Roe', given: 'Richard' }]);
});

const years: [bib: string, csl: object][] = [
  ['2020', { 'date-parts': [[2020]] }],
  ['199X', { 'date-parts': [[1990], [1999]] }],
  ['1973--1975', { 'date-parts': [[1973], [1975]] }],
  ['in press', { literal: 'in press' }],
  ['-0300', { 'date-parts': [[-300]] }],
  ['1973a', { literal: '1973a' }],
  ['c. 350', { literal: 'c. 350' }],
  ['soon', { literal: 'soon' }],
  ['1973 or soon', { literal: '1973 or soon' }],
];

for (const [bib, csl] of years) {
  test(`the year ${bib}`, () => assert.deepEqual(item({ year: bib }).issued, csl));
}

test('a number is that of an issue, of a report or of a series', () => {
  const fields = { number: '7', journal: 'J', booktitle: 'B', institution: 'MIT' };
  for (const type of ['article', 'periodical']) assert.equal(item(fields, type).issue, '7');
  for (const type of ['techreport', 'patent', 'misc']) assert.equal(item(fields, type).number, '7');
  for (const type of ['inproceedings', 'book'])
    assert.equal(item(fields, type)['collection-number'], '7');
});

test('a university or an institute publishes, and a thesis says which one it is', () => {
  const thesis = item({ school: 'ETH', abbr: 'E' }, 'phdthesis');
  assert.equal(thesis.publisher, 'ETH');
  assert.equal(thesis.genre, 'Doctoral dissertation');
  assert.equal('container-title' in thesis || 'container-title-short' in thesis, false);
  assert.equal(item({ school: 'ETH' }, 'mastersthesis').genre, 'Master’s thesis');
  assert.equal(item({ institution: 'MIT' }, 'techreport').publisher, 'MIT');
});

test('the address beside a DOI is another than that of the DOI', () => {
  assert.equal(item({ doi: '10.1000/1' }).URL, undefined);
  assert.equal(item({ doi: '10.1000/1', ...arxiv }).URL, 'https://arxiv.org/abs/1906.01820');
  assert.equal(item({ url: 'https://example.org/', ...arxiv }).URL, 'https://example.org/');
});
