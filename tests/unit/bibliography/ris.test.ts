import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRis } from '../../../src/bibliography/ris.ts';
import { readRis } from '../../../src/verify/ris-reader.ts';
import { arxiv, reference, wholeArticle } from './specimen.ts';

/** The values of a tag in the record of a reference. */
function valuesOf(tag: string, fields: Record<string, string>, type?: string): string[] {
  const [record] = readRis(formatRis([reference(fields, type)]));
  assert(record);
  return record.lines.filter(([name]) => name === tag).map(([, value]) => value);
}

test('a record, byte for byte', () => {
  assert.equal(
    formatRis([reference(wholeArticle, 'article')]),
    [
      'TY  - JOUR',
      'AU  - von Oswald, Johannes',
      'AU  - OpenAI',
      'TI  - A Title: Its Subtitle',
      'T2  - J. Tests',
      'J2  - JT',
      'PY  - 2020',
      'VL  - 12',
      'IS  - 3',
      'SP  - 1',
      'EP  - 10',
      'PB  - Acme',
      'AN  - arXiv:1906.01820',
      'DO  - 10.1000/1<2>',
      'UR  - https://doi.org/10.1000/1%3C2%3E',
      'UR  - https://example.org/a',
      'UR  - https://arxiv.org/abs/1906.01820',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

test('records follow each other without a blank line; of no reference there is no text', () => {
  assert.equal(
    formatRis([reference(), reference({ title: 'U' })]),
    'TY  - GEN\r\nAU  - Doe, Jane\r\nTI  - T\r\nPY  - 2020\r\nER  - \r\n' +
      'TY  - GEN\r\nAU  - Doe, Jane\r\nTI  - U\r\nPY  - 2020\r\nER  - \r\n',
  );
  assert.equal(formatRis([]), '');
});

const types: [type: string, ris: string, fields?: Record<string, string>][] = [
  ['article', 'JOUR', { journal: 'J' }],
  ['article', 'UNPB', { journal: 'arXiv preprint arXiv:1706.03762' }],
  ['article', 'UNPB', { journal: 'CoRR', volume: 'abs/1706.03762', eprint: '1706.03762' }],
  ['article', 'JOUR', { journal: 'Archives', ...arxiv }],
  ['inproceedings', 'CPAPER', { booktitle: 'P', ...arxiv }],
  ['conference', 'CPAPER', { booktitle: 'P' }],
  ['incollection', 'CHAP'],
  ['inbook', 'CHAP'],
  ['book', 'BOOK', arxiv],
  ['mvbook', 'BOOK'],
  ['manual', 'BOOK'],
  ['booklet', 'PAMP'],
  ['proceedings', 'CONF'],
  ['mvproceedings', 'CONF'],
  ['collection', 'EDBOOK'],
  ['mvcollection', 'EDBOOK'],
  ['periodical', 'JFULL'],
  ['phdthesis', 'THES', arxiv],
  ['mastersthesis', 'THES'],
  ['thesis', 'THES'],
  ['techreport', 'RPRT'],
  ['report', 'RPRT'],
  ['unpublished', 'UNPB'],
  ['online', 'ELEC'],
  ['electronic', 'ELEC'],
  ['www', 'ELEC'],
  ['www', 'UNPB', arxiv],
  ['dataset', 'DATA'],
  ['software', 'COMP'],
  ['video', 'VIDEO'],
  ['patent', 'PAT'],
  ['misc', 'GEN'],
  ['misc', 'UNPB', arxiv],
  ['misc', 'GEN', { abbr: 'ICML', ...arxiv }],
];

for (const [type, ris, fields = {}] of types) {
  test(`@${type} of ${Object.keys(fields).join(', ') || 'no venue'} is ${ris}`, () => {
    const [record] = readRis(formatRis([reference(fields, type)]));
    assert.equal(record?.type, ris);
  });
}

const names: [bib: string, ris: string][] = [
  ['Johannes von Oswald', 'von Oswald, Johannes'],
  ['van der Maaten, Laurens', 'van der Maaten, Laurens'],
  ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.'],
  ['Plato', 'Plato'],
  ['{Barnes and Noble, Inc.}', 'Barnes and Noble, Inc.'],
  [String.raw`Sacramento, Jo{\~a}o`, 'Sacramento, João'],
];

for (const [bib, ris] of names) {
  test(`the name ${bib}`, () => assert.deepEqual(valuesOf('AU', { author: bib }), [ris]));
}

for (const type of ['proceedings', 'mvproceedings', 'collection', 'periodical']) {
  test(`editors in the place of the authors of @${type} are editors`, () => {
    const fields = { author: '', editor: 'Roe, Richard and von Doe, Jane' };
    assert.deepEqual(valuesOf('ED', fields, type), ['Roe, Richard', 'von Doe, Jane']);
    assert.deepEqual(valuesOf('AU', fields, type), []);
  });
}

test('a list of authors that goes on says so in a note', () => {
  const author = 'Doe, Jane and others';
  assert.deepEqual(valuesOf('AU', { author }), ['Doe, Jane']);
  assert.deepEqual(valuesOf('N1', { author }), ['The list of authors is not complete.']);
  assert.deepEqual(valuesOf('N1', {}), []);
});

test('so does a list of editors or translators', () => {
  const fields = { editor: 'Roe, Ann and others', translator: 'Low, C. and others' };
  const notes = [
    'The list of editors is not complete.',
    'The list of translators is not complete.',
  ];
  assert.deepEqual(valuesOf('N1', fields, 'book'), notes);
  assert.deepEqual(valuesOf('N1', { ...fields, author: '' }, 'collection'), notes);
});

const pages: [bib: string, start: string[], end: string[]][] = [
  ['1--10', ['1'], ['10']],
  ['1-10', ['1'], ['10']],
  ['A3--A12', ['A3'], ['A12']],
  ['42', ['42'], []],
  ['1--10, 12--15, A3', ['1-10, 12-15, A3'], []],
  ['A3, 12--15', ['A3, 12-15'], []],
  ['', [], []],
];

for (const [bib, start, end] of pages) {
  test(`the pages ${bib || 'of none'}`, () => {
    assert.deepEqual(valuesOf('SP', { pages: bib }), start);
    assert.deepEqual(valuesOf('EP', { pages: bib }), end);
  });
}

test('a date that is no year stands where the format has other information', () => {
  for (const year of ['in press', '1973a', 'c. 1973', 'soon'])
    assert.deepEqual(valuesOf('PY', { year }), [`///${year}`]);
  assert.deepEqual(valuesOf('PY', { year: '', date: '2021-05-01' }), ['2021']);
});

test('the number of a report or a patent is its own, that of a journal an issue', () => {
  const fields = { number: '7', institution: 'MIT', journal: 'J' };
  assert.deepEqual(valuesOf('SN', fields, 'techreport'), ['7']);
  assert.deepEqual(valuesOf('SN', fields, 'patent'), ['7']);
  assert.deepEqual(valuesOf('IS', fields, 'techreport'), []);
  assert.deepEqual(valuesOf('IS', fields, 'article'), ['7']);
});

test('a university or an institute publishes; an arXiv volume repeats the identifier', () => {
  assert.deepEqual(valuesOf('PB', { school: 'ETH', publisher: 'P' }, 'phdthesis'), ['ETH']);
  assert.deepEqual(valuesOf('PB', { publisher: 'P' }, 'phdthesis'), ['P']);
  assert.deepEqual(valuesOf('PB', { institution: 'MIT' }, 'techreport'), ['MIT']);
  assert.deepEqual(valuesOf('T2', { institution: 'MIT' }, 'techreport'), []);
  const corr = { journal: 'CoRR', volume: 'abs/1706.03762', eprint: '1706.03762' };
  assert.deepEqual(valuesOf('VL', corr, 'article'), []);
  assert.deepEqual(valuesOf('T2', corr, 'article'), []);
  assert.deepEqual(valuesOf('PB', corr, 'article'), ['arXiv']);
});

test('an address has the day on which it was read', () => {
  const fields = { url: 'https://example.org/', urldate: '2024-05-01' };
  assert.equal(valuesOf('Y2', fields).length, 1);
});

test('translators are authors of the fourth kind', () => {
  assert.deepEqual(valuesOf('A4', { translator: 'Low, C. and Roe, A.' }), ['Low, C.', 'Roe, A.']);
});

test('the abbreviation of a venue is the venue where there is no other', () => {
  assert.deepEqual(valuesOf('T2', { abbr: 'ICML' }), ['ICML']);
  assert.deepEqual(valuesOf('J2', { abbr: 'ETH', school: 'ETH Zürich' }, 'thesis'), []);
});
