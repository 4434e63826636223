import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDuplicates } from '../../../src/bibliography/duplicate-works.ts';
import { arxiv, parseEntries } from './specimen.ts';

type Fields = Record<string, string>;

/** How the linter says that entries with these fields are one work. */
function findSigns(...works: Fields[]): string[] {
  const bib = works.map((fields, index) => {
    const all = { title: `T${index}`, author: `Doe, J.`, year: '2020', ...fields };
    const lines = Object.entries(all).map(([name, value]) => `${name} = {${value}}`);
    return `@misc{K${index}, ${lines.join(', ')}}`;
  });
  return checkDuplicates(parseEntries(bib.join('\n'))).map(({ entry, field, expected }) => {
    const [, first, sign] = /“(\w+)” \(line \d+\) has the same (.*)/.exec(expected) ?? [];
    return `${entry.key} = ${first} by ${sign} at ${field}`;
  });
}

const doi = { doi: '10.1000/ABC' };
const title = { title: 'The {BERT} Title: Über $n$' };

const same: [name: string, works: Fields[], signs: string[]][] = [
  ['a DOI in another case', [doi, { doi: '10.1000/abc' }], ['K1 = K0 by DOI at doi']],
  ['a DOI as an address', [doi, { doi: 'https://doi.org/10.1000/abc' }], ['K1 = K0 by DOI at doi']],
  [
    'an arXiv identifier of another version',
    [{ ...arxiv, eprint: '1906.01820v1' }, { eprint: 'arXiv:1906.01820v12' }],
    ['K1 = K0 by arXiv identifier at eprint'],
  ],
  [
    'an arXiv identifier in the name of the journal',
    [arxiv, { journal: 'arXiv preprint arXiv:1906.01820' }],
    ['K1 = K0 by arXiv identifier at eprint'],
  ],
  [
    'the DOI that arXiv gives to an identifier',
    [{ doi: '10.48550/arXiv.1906.01820' }, arxiv],
    ['K1 = K0 by arXiv identifier at eprint'],
  ],
  [
    'a title without case, accents, braces and punctuation',
    [title, { title: 'the bert title – Uber $n$.' }],
    ['K1 = K0 by title, year and first author at title'],
  ],
  [
    'a preprint with its title, published with a DOI',
    [
      { ...title, ...arxiv },
      { ...title, ...doi, volume: '7' },
    ],
    ['K1 = K0 by title, year and first author at title'],
  ],
  [
    'more than one sign: the surest is told',
    [
      { ...title, ...arxiv, ...doi },
      { ...title, ...arxiv, ...doi },
    ],
    ['K1 = K0 by DOI at doi'],
  ],
  [
    'one DOI, whatever else differs',
    [
      { ...doi, volume: '1' },
      { ...doi, volume: '2' },
    ],
    ['K1 = K0 by DOI at doi'],
  ],
  ['three entries', [doi, {}, doi, doi], ['K2 = K0 by DOI at doi', 'K3 = K0 by DOI at doi']],
  [
    'pages written in another way',
    [
      { ...title, pages: '1--10, 12' },
      { ...title, pages: '1-10,12' },
    ],
    ['K1 = K0 by title, year and first author at title'],
  ],
  [
    'a third that is the second, though not the first',
    [
      { ...title, volume: '1' },
      { ...title, volume: '2' },
      { ...title, volume: '2' },
    ],
    ['K2 = K1 by title, year and first author at title'],
  ],
];

for (const [name, works, signs] of same) {
  test(`one work: ${name}`, () => assert.deepEqual(findSigns(...works), signs));
}

test('one work: whoever else wrote it, and however the first name is written', () => {
  const authors = ['von Oswald, Johannes and Doe, Jane', 'J. von Oswald and others'];
  const works = authors.map((author) => ({ ...title, author }));
  assert.equal(findSigns(...works).length, 1);
});

const distinct: [name: string, works: Fields[]][] = [
  ['nothing shared', [doi, arxiv, {}]],
  [
    'one title in two years',
    [
      { ...title, year: '2019' },
      { ...title, year: '2020' },
    ],
  ],
  [
    'two editorials with a DOI each',
    [
      { ...title, doi: '10.1000/1' },
      { ...title, doi: '10.1000/2' },
    ],
  ],
  [
    'two arXiv identifiers',
    [
      { ...title, eprint: '1906.01820' },
      { ...title, eprint: '1906.01821' },
    ],
  ],
  ['two volumes', [1, 2].map((volume) => ({ ...title, volume: `${volume}` }))],
  ['two chapters', [1, 2].map((chapter) => ({ ...title, chapter: `${chapter}` }))],
  ['two ranges of pages', ['1--9', '10--19'].map((pages) => ({ ...title, pages }))],
  ['a part of the title', [{ title: 'Attention' }, { title: 'Attention, Again' }]],
  ['two authors of one title', ['Roe, R.', '{Doe}'].map((author) => ({ ...title, author }))],
  ['two organisations', ['{Doe}', '{Roe}'].map((author) => ({ ...title, author }))],
  ['titles without a letter', [{ title: '???' }, { title: '!' }]],
  ['a part and its whole', [{ ...title, crossref: ' K1 ' }, title]],
  ['a whole and its part', [title, { ...title, crossref: 'k0' }]],
];

for (const [name, works] of distinct) {
  test(`two works: ${name}`, () => assert.deepEqual(findSigns(...works), []));
}

test('a finding shows the value of the field in one line, or the beginning of an entry without it', () => {
  const bib = `@misc{a, title = {T}, author = {A, B}, year = 2020, eprint = {1906.01820}}
@misc{b, title = {U}, author = {A, B}, year = 2020, eprint = {1906.01820v2}}
@misc{c, title = {V}, author = {A, B}, year = 2020, journal = {arXiv:1906.01820}}
@misc{d, title = {W
                  X}, author = {A, B}, year = 2020}
@misc{e, title = {W
                  {X}}, author = {A, B}, year = 2020}`;
  const found = checkDuplicates(parseEntries(bib)).map((finding) => finding.found);
  assert.deepEqual(found, ['1906.01820v2', '@misc{c,', 'W {X}']);
});
