import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIdentifiers } from '../../../src/bibliography/identifiers.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';

const complete = 'title = {T}, author = {Doe, J.}, year = {2020}';

function read(fields: string, type = 'misc') {
  const { entries, faults } = parseBibliography(`@${type}{a, ${fields}}`, 'a.bib');
  const [entry] = entries;
  assert.ok(entry);
  const found = [...faults, ...checkIdentifiers(entry)];
  assert.ok(faults.every(({ isHarmless, entry }) => isHarmless && entry === 'a'));
  return { entry, faults, found, reference: buildReference(entry) };
}

const identified = 'doi url isbn issn eprint'.split(' ');
const told = 'volume number pages edition series publisher note howpublished location month';
for (const value of ['N/A', 'n/a', 'none', 'None', 'null', 'TBA', '?', '--', 'not available'])
  for (const name of [...identified, ...told.split(' ')])
    test(`${name} = {${value}} is not set, which a notice tells`, () => {
      const { reference, found, entry } = read(`${complete}, ${name} = {${value}}`);
      const { source, ...fields } = reference;
      assert.ok(!JSON.stringify(fields).includes(value));
      assert.ok(source.includes(`${name} = {${value}}`));
      assert.equal(entry.fields.has(name), false);
      const isNoPage = value === '--' && /^(?:volume|number|pages)$/.test(name);
      assert.equal(found.length, isNoPage ? 0 : 1);
    });

test('a word for no value in a field that the entry needs is told once, as missing', () => {
  const { faults, reference } = read(
    'title = {T}, author = {N/A}, journal = {-}, year = {TBA}',
    'article',
  );
  assert.deepEqual(
    faults.map(({ rule, found }) => [rule, found]),
    [
      ['bibtex-missing-field', 'author = {N/A}'],
      ['bibtex-missing-field', 'journal = {-}'],
      ['bibtex-missing-field', 'year = {TBA}'],
    ],
  );
  assert.deepEqual(reference.authors, []);
  assert.equal(reference.venue, undefined);
});

test('titles and names can have such words', () => {
  const { faults, reference } = read(
    'title = {None}, author = {Unknown}, year = {n.d.}, crossref = {none}} @misc{none, title = {T}, author = {A}, year = 2020',
  );
  assert.deepEqual(faults, []);
  assert.equal(reference.title, 'None');
  assert.equal(reference.authors.length, 1);
  assert.equal(reference.year, 'n.d.');
});

for (const [written, right, value] of [
  ['pages = {doi:10.1000/abc}', 'doi', '10.1000/abc'],
  ['number = {https://doi.org/10.1000/abc}', 'doi', '10.1000/abc'],
  ['volume = {10.1000/abc}', 'doi', '10.1000/abc'],
  ['isbn = {10.1000/abc}', 'doi', '10.1000/abc'],
  ['eprint = {10.1000/abc}', 'doi', '10.1000/abc'],
  ['doi = {arXiv:1906.01234}', 'eprint', '1906.01234'],
  ['url = {1906.01234}', 'eprint', '1906.01234'],
  ['doi = {https://example.org/paper}', 'url', 'https://example.org/paper'],
  ['pages = {https://example.org/paper}', 'url', 'https://example.org/paper'],
  ['issn = {978-3-16-148410-0}', 'isbn', '978-3-16-148410-0'],
  ['doi = {ISBN: 978-3-16-148410-0}', 'isbn', '978-3-16-148410-0'],
  ['isbn = {2049-3630}', 'issn', '2049-3630'],
] as const)
  test(`${written} is read as ${right}, as the nearest is`, () => {
    const { faults, found, reference } = read(`${complete}, ${written}`);
    assert.equal(reference[right], value);
    assert.equal(found.length, 1);
    const again = read(`${complete}, ${faults[0]?.nearest ?? ''}`);
    assert.deepEqual(again.found, []);
    assert.deepEqual({ ...reference, source: '' }, { ...again.reference, source: '' });
  });

test('an identifier in a wrong field is told where its own is set', () => {
  const { found, reference } = read(`${complete}, doi = {10.1000/a}, pages = {doi:10.1000/b}`);
  assert.equal(reference.doi, '10.1000/a');
  assert.equal(reference.pages, undefined);
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['bibtex-identifier'],
  );
});

for (const fields of [
  'pages = {1234-5678}',
  'pages = {arXiv:1906.01234}, eprint = {1906.01234}',
  'eprint = {10.1101/2020.01.01.123456}, eprinttype = {bioRxiv}',
  'doi = {https://doi.org/10.1000/abc}',
  'url = {https://arxiv.org/abs/1906.01234}',
  'number = {12345678}',
  'arxivid = {1906.01234}',
])
  test(`${fields} is read without a notice`, () => {
    assert.deepEqual(read(`${complete}, ${fields}`).found, []);
  });

test('the old ISBN of a book as its number is read as an ISBN, another number is not', () => {
  const { faults, reference } = read(`${complete}, number = {0306406152}`, 'book');
  assert.equal(reference.isbn, '0306406152');
  assert.equal(faults[0]?.nearest, 'isbn = {0306406152}');
  assert.equal(read(`${complete}, number = {0306406153}`, 'book').reference.number, '0306406153');
  assert.equal(read(`${complete}, number = {0306406152}`, 'report').reference.isbn, undefined);
});

test('a volume in press is the state of a work without a year, and stands where it is with one', () => {
  for (const [name, value] of [
    ['volume', 'In Press'],
    ['pages', 'to appear.'],
  ] as const) {
    const undated = read(`author = {Doe, J.}, title = {A}, ${name} = {${value}}`);
    assert.equal(undated.faults.at(-1)?.nearest, 'pubstate = {inpress}');
    assert.deepEqual([undated.reference[name], undated.reference.year], [undefined, 'in press']);
    const dated = read(`${complete}, ${name} = {${value}}`);
    assert.deepEqual([dated.faults, dated.reference[name]], [[], value]);
  }
});

test('the field of Mendeley for arXiv is read', () => {
  assert.equal(read(`${complete}, arxivId = {1906.01234}`).reference.eprint, '1906.01234');
});
