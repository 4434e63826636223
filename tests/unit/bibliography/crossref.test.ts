import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBibtex, parseSources } from '../../../src/bibliography/export.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { formatFaults } from '../../../src/lib/fault.ts';

const parse = (text: string) => parseBibliography(text, 'references.bib');

/** The fields of the entry `a`. */
function read(text: string): Record<string, string> {
  const { entries, faults } = parse(text);
  assert.equal(faults.length, 0, formatFaults(faults));
  return Object.fromEntries(entries.find(({ key }) => key === 'a')?.fields ?? []);
}

const rest = 'author = {Doe, J.}, year = 2020';

test('an entry has the fields of its data, unless it has them itself', () => {
  const text = `@article{a, title = {T}, volume = 1, xdata = {One, two}}
@xdata{one, author = {Doe, J.}, volume = 2, journal = {J}, xdata = {three}}
@xdata{two, journal = {K}, number = 4}
@xdata{three, year = 2020, xdata = {one}}`;
  const { xdata, ...fields } = read(text);
  assert.equal(xdata, 'One, two');
  assert.deepEqual(fields, {
    ...{ title: 'T', volume: '1', author: 'Doe, J.', journal: 'J', number: '4', year: '2020' },
  });
  assert.deepEqual(
    parse(text).entries.map(({ key }) => key),
    ['a'],
  );
});

test('a file of one entry has its data, behind it', () => {
  const [entry, data, more] = [
    '@misc{a, title = {T}, xdata = {b}}',
    '@xdata{b, author = {Doe, J.}, xdata = {c}}',
    '@xdata{c, year = 2020}',
  ];
  const file = parseSources([more, data, entry].join('\n'));
  assert.equal(formatBibtex([{ key: 'a' }], file), `${[entry, data, more].join('\n\n')}\n`);
});

for (const [type, parent, field] of [
  ['inproceedings', 'proceedings', 'booktitle'],
  ['incollection', 'collection', 'booktitle'],
  ['inbook', 'book', 'booktitle'],
  ['inbook', 'mvbook', 'booktitle'],
  ['book', 'mvbook', 'maintitle'],
  ['article', 'periodical', 'journaltitle'],
] as const)
  test(`the title of @${parent} is the ${field} of @${type}`, () => {
    const { publisher, ...fields } = read(`@${type}{a, title = {T}, ${rest}, crossref = {b}}
@${parent}{b, title = {Whole}, subtitle = {Part}, publisher = {P}, doi = {10.1000/1}, shorttitle = {W}, ${rest}}`);
    assert.equal(publisher, 'P');
    assert.equal(fields[field], 'Whole');
    assert.equal(fields[field.replace('title', 'subtitle')], 'Part');
    assert.equal(fields.title, 'T');
    assert.equal(fields.subtitle ?? fields.doi ?? fields.shorttitle, undefined);
  });

test('a part of a volume has the titles of the volume and of the whole', () => {
  const fields = read(`@inbook{a, title = {T}, ${rest}, crossref = {b}}
@book{b, title = {Volume}, volume = 2, ${rest}, crossref = {c}}
@mvbook{c, title = {Whole}, publisher = {P}, ${rest}}`);
  assert.deepEqual(
    ['booktitle', 'maintitle', 'volume', 'publisher'].map((name) => fields[name]),
    ['Volume', 'Whole', '2', 'P'],
  );
});

test('what cannot be read is told once, with what to write', () => {
  const report = (text: string) =>
    parse(text).faults.map(({ rule, found, line, nearest, fix }) => [
      rule,
      found,
      line,
      nearest ?? fix,
    ]);
  assert.deepEqual(report(`@misc{a, title = {T}, xdata = {date2}}\n@xdata{data2, ${rest}}`), [
    ['unknown-reference', 'date2', 1, 'data2'],
  ]);
  assert.deepEqual(report('@set{a, entryset = {b, c}}'), [
    [
      'bibtex-missing-field',
      '@set{a, entryset = {b, c}}',
      1,
      'Cite the works themselves: [@b; @c].',
    ],
  ]);
  assert.deepEqual(report(`@misc{a, title = {T},\n author = {xdata=b and Doe, J.}, year = 2020}`), [
    ['bibtex-syntax', 'xdata=b', 2, 'Write the value here.'],
  ]);
  assert.deepEqual(
    report(`@misc{a, title = {T}, ${rest}, related = {b}, relatedtype = {reprintof}}`),
    [],
  );
});

test('entries that inherit from each other without end are read', () => {
  const count = 3000;
  const chain = Array.from(
    { length: count },
    (_, index) => `@misc{k${index}, title = {T}, ${rest}, crossref = {k${(index + 1) % count}}}`,
  );
  assert.equal(parse(chain.join('\n')).entries.length, count);
});

test('a part inherits no other date or place than its own', () => {
  const fields =
    read(`@inproceedings{a, title = {T}, author = {Doe, J.}, date = {2021-03}, location = {Paris}, crossref = {b}}
@proceedings{b, title = {Whole}, year = 2019, month = jul, address = {Rome}, editor = {Roe, R.}}`);
  assert.deepEqual(fields, {
    ...{ title: 'T', author: 'Doe, J.', date: '2021-03', location: 'Paris', crossref: 'b' },
    ...{ booktitle: 'Whole', editor: 'Roe, R.' },
  });
});

test('keys are the same if their accents are characters of their own', () => {
  const [composed, decomposed] = ['müller', 'mu\u0308ller'];
  const text = `@inproceedings{${decomposed}, title = {T}, ${rest}, crossref = {${decomposed}2}}
@proceedings{${composed}2, title = {B}, editor = {Roe, R.}, year = 2020}`;
  const { entries, faults } = parse(text);
  assert.deepEqual(faults, []);
  assert.equal(entries[0]?.key, composed);
  assert.equal(entries[0].fields.get('booktitle'), 'B');
  assert.deepEqual([...parseSources(text).keys()], [composed, `${composed}2`]);
});
