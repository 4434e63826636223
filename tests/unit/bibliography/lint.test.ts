import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkBibliography, findUsed } from '../../../src/bibliography/lint.ts';
import type { Rule } from '../../../src/lib/rule.ts';
import { parseEntries } from './specimen.ts';

/** The linter's faults in a text, under one rule or all; every entry is used unless uses are given. */
function lint(bib: string, rule?: Rule, uses?: string[]) {
  const entries = parseEntries(bib);
  const used = findUsed(entries, uses ?? entries.map(({ key }) => key));
  const faults = checkBibliography(entries, used, 'a.bib');
  return rule === undefined ? faults : faults.filter((fault) => fault.rule === rule);
}

/** An entry on a line of its own, with these fields over plain ones that no other entry has. */
function entry(key: string, fields: Record<string, string> = {}, type = 'misc'): string {
  const all = { title: `Title ${key}`, author: `{${key}}`, year: '2020', ...fields };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === '' ? [] : [`${name} = {${value}}`],
  );
  return `@${type}{${key}, ${lines.join(', ')}}`;
}

test('a finding, whole: its place, the text there, and the right one', () => {
  const bib = `@misc{a,
  title = {T}, year = 2020,
  author = {von Oswald, Johannes}
}
@misc{b,
  title = {U}, year = 2021,
    author = {Oswald, J. von},
  doi = {see 10.1000/182}
}
@phdthesis{c, title = {V}, author = {Oswald, J. von}, year = 2020}
@phdthesis{d, title = {t.}, author = {von Oswald, Johannes}, year = 2020, school = {S}}`;
  assert.deepEqual(lint(bib, undefined, ['a', 'c', 'd']), [
    {
      rule: 'bibtex-unused',
      file: 'a.bib',
      line: 5,
      column: 1,
      found: '@misc{b,',
      expected: 'a work that a text cites, or an entry lists among its references',
      fix: 'Cite it as [@b], take it out, or keep it for later; it is not shown.',
      entry: 'b',
    },
    {
      rule: 'bibtex-identifier',
      file: 'a.bib',
      line: 8,
      column: 3,
      found: 'see 10.1000/182',
      expected: 'a DOI: 10., digits, a slash and the rest',
      nearest: '10.1000/182',
      fix: 'Write the DOI by itself, as doi = {10.1000/182}.',
      entry: 'b',
    },
    {
      rule: 'bibtex-missing-field',
      file: 'a.bib',
      line: 10,
      column: 1,
      found: '@phdthesis{c,',
      expected: '“school” or “institution”, which every @phdthesis must have',
      fix: 'Add school = {…}, to “c”.',
      isHarmless: true,
      entry: 'c',
    },
    {
      rule: 'author-spellings',
      file: 'a.bib',
      line: 10,
      column: 28,
      found: 'Oswald, J. von',
      expected: 'one spelling for an author: the name is “von Oswald, Johannes” in “a” (line 1)',
      nearest: 'von Oswald, Johannes',
      fix: 'Write the name in the same way everywhere; if these are two people, nothing is wrong.',
      entry: 'c',
    },
    {
      rule: 'bibtex-duplicate-work',
      file: 'a.bib',
      line: 11,
      column: 15,
      found: 't.',
      expected: 'one entry for a work: “a” (line 1) has the same title, year and first author',
      fix: 'Keep one of the two, and cite it wherever the other is cited; if these are two works, give each its DOI, volume or pages.',
      isHarmless: true,
      entry: 'd',
    },
  ]);
});

for (const name of ['README.md', 'docs/writing.md'])
  test(`the example work of ${name} is in good form`, () => {
    const [, bib = ''] = /```bibtex\n(.*?)```/s.exec(readFileSync(name, 'utf8')) ?? [];
    assert.notEqual(bib, '');
    assert.deepEqual(lint(bib), []);
  });

test('the spelling of an author counts in works alone that are used', () => {
  const authors = ['Doe, J.', 'Doe, Jane'];
  const bib = authors.map((author, index) => entry(`k${index}`, { author })).join('\n');
  assert.equal(lint(bib, 'author-spellings').length, 1);
  assert.deepEqual(lint(bib, 'author-spellings', ['k0']), []);
});

test('an entry is unused when nothing cites it, nor an entry that refers to it', () => {
  const bib = [
    entry('A'),
    entry('b', { crossref: ' P ' }),
    entry('P', { crossref: 'Q' }, 'proceedings'),
    entry('Q', { crossref: 'p' }, 'book'),
    entry('r', {}, 'proceedings'),
  ].join('\n');
  const unused = (...uses: string[]) =>
    lint(bib, 'bibtex-unused', uses).map(({ found }) => found.replace(/^@\w+\{|,$/g, ''));
  assert.deepEqual(unused('a', 'B', 'r', 'unknown'), []);
  assert.deepEqual(unused('b'), ['A', 'r']);
  assert.deepEqual(unused(), ['A', 'b', 'P', 'Q', 'r']);
});

test('many unused entries are one notice, which names them all', () => {
  const keys = Array.from({ length: 12 }, (_, index) => `k${index}`);
  const bib = keys.map((key) => entry(key)).join('\n');
  assert.equal(lint(bib, 'bibtex-unused', ['k0', 'k1']).length, 10);
  const [notice, ...others] = lint(bib, 'bibtex-unused', ['k0']);
  assert.deepEqual(others, []);
  assert.equal(notice?.line, 2);
  assert.equal(notice.found, `11 of 12 entries: ${keys.slice(1).join(', ')}`);
});

const venues: [type: string, fields: Record<string, string>, missing: string | undefined][] = [
  ['misc', {}, undefined],
  ['manual', {}, undefined],
  ['book', {}, 'publisher'],
  ['book', { publisher: ' ' }, 'publisher'],
  ['book', { publisher: 'P' }, undefined],
  ['inbook', {}, 'publisher'],
  ['inbook', { booktitle: 'B' }, undefined],
  ['incollection', { publisher: 'P' }, 'booktitle'],
  ['incollection', { booktitle: 'B' }, undefined],
  ['mastersthesis', {}, 'school'],
  ['mastersthesis', { institution: 'I' }, undefined],
  ['phdthesis', { institution: 'I' }, undefined],
  ['thesis', { school: 'S' }, undefined],
  ['thesis', {}, 'institution'],
  ['report', {}, 'institution'],
  ['techreport', { institution: 'I' }, undefined],
  ['online', {}, 'url'],
  ['online', { eprint: '1906.01820' }, undefined],
  ['www', { howpublished: 'Online' }, undefined],
  ['electronic', { doi: '10.1000/182' }, undefined],
  ['patent', {}, 'number'],
];

for (const [type, fields, missing] of venues) {
  test(`@${type} with ${Object.keys(fields).join() || 'nothing'} lacks ${missing ?? 'nothing'}`, () => {
    const fixes = lint(entry('a', fields, type), 'bibtex-missing-field').map(({ fix }) => fix);
    assert.deepEqual(fixes, missing === undefined ? [] : [`Add ${missing} = {…}, to “a”.`]);
  });
}

test('a venue that a crossref gives is there', () => {
  const bib = [entry('a', { crossref: 'b' }, 'inbook'), entry('b', { publisher: 'P' }, 'book')];
  assert.deepEqual(lint(bib.join('\n'), 'bibtex-missing-field'), []);
});

/** A field, and the nearest right value; `true` where it is right, `undefined` where nothing is near. */
const identifiers: [fields: Record<string, string>, nearest: string | true | undefined][] = [
  [{ doi: '10.1000/182' }, true],
  [{ doi: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2' }, true],
  [{ doi: String.raw`10.1007/978-3-642\_1` }, true],
  [{ doi: '10.1000.10/123' }, true],
  [{ doi: ' ' }, true],
  [{ doi: 'https://doi.org/10.1000/182' }, true],
  [{ doi: 'doi:10.1000/182' }, true],
  [{ doi: '10.1000/182.' }, true],
  [{ doi: 'HTTPS://DX.DOI.ORG/10.1000/ABC' }, true],
  [{ doi: 'DOI 10.1000/abc' }, true],
  [{ doi: 'https://dl.acm.org/doi/10.1145/182.183' }, true],
  [{ doi: '<a href="https://doi.org/10.1000/182">10.1000/182</a>' }, true],
  [{ doi: 'see 10.1000/182' }, '10.1000/182'],
  [{ doi: '10.1000' }, undefined],
  [{ doi: '11.1000/182' }, undefined],
  [{ doi: '10.10/182' }, undefined],
  [{ doi: '10.abcd/182' }, undefined],
  [{ doi: '10.1000.x/182' }, undefined],
  [{ eprint: '1906.01820', archiveprefix: 'arXiv' }, true],
  [{ eprint: '1906.01820v2', eprinttype: 'arxiv' }, true],
  [{ eprint: '0704.0001v2' }, true],
  [{ eprint: '1001.0001' }, true],
  [{ eprint: '1501.00001' }, true],
  [{ eprint: '2010.00001' }, true],
  [{ eprint: '0810.0001' }, true],
  [{ eprint: '1412.9999' }, true],
  [{ eprint: 'cs/0112017' }, true],
  [{ eprint: 'hep-th/9901001', archiveprefix: 'arXiv' }, true],
  [{ eprint: 'cs/0010017', archiveprefix: 'arXiv' }, true],
  [{ eprint: 'math.GT/0309136v1', archiveprefix: 'arXiv' }, true],
  [{ eprint: 'arXiv:1906.01820', archiveprefix: 'arXiv' }, true],
  [{ eprint: 'https://arxiv.org/abs/1906.01820v3' }, true],
  [{ eprint: '1906.01820v0', archiveprefix: 'arXiv' }, '1906.01820'],
  [{ eprint: '1906.1820' }, undefined],
  [{ eprint: '1412.01820', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '1913.01820', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '0612.0001', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '0704.000a', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '1906.0182a', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '1906.018201', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '2x01.00001', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: '1906.01820v1a', archiveprefix: 'arXiv' }, '1906.01820v1'],
  [{ eprint: 'cs/0113017', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: 'cs/0120017', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: 'cs/01120170', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: 'cs/0112o17', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: 'cs/xx12017', archiveprefix: 'arXiv' }, undefined],
  [{ eprint: 'risks', eprinttype: 'arxiv' }, undefined],
  [{ eprint: 'ArXiv:risks' }, undefined],
  [{ eprint: 'abcd.5' }, true],
  [{ eprint: '1234.x' }, true],
  [{ eprint: '51234.5' }, true],
  [{ eprint: '1234.5', archiveprefix: 'NotArxiv' }, true],
  [{ eprint: '1234.5', archiveprefix: 'Arxiv-2' }, true],
  [{ eprint: 'risks', archiveprefix: 'ARXIV' }, undefined],
  [{ eprint: 'hal-01234567', archiveprefix: 'HAL' }, true],
  [{ eprint: '1234.5', archiveprefix: 'HAL' }, true],
  [{ eprint: 'hal-01234567' }, true],
  [{ journal: 'arXiv preprint arXiv:1706.03762' }, true],
  [{ journal: 'arXiv:1706.03762 [cs.CL]' }, true],
  [{ journal: 'arxiv preprint arxiv:1706.3762' }, undefined],
  [{ journaltitle: 'arXiv preprint arXiv:abs/1706.03762.' }, true],
  [{ journaltitle: 'arXiv preprint arXiv:x1706.03762' }, '1706.03762'],
  [{ journal: 'arXiv preprint' }, true],
];

for (const [fields, nearest] of identifiers) {
  const name = Object.entries(fields).join('; ');
  test(`the identifier ${name} is ${nearest === true ? 'right' : 'wrong'}`, () => {
    const faults = lint(entry('a', fields), 'bibtex-identifier');
    assert.equal(faults.length, nearest === true ? 0 : 1);
    if (nearest !== true) assert.equal(faults[0]?.nearest, nearest);
    const [fault] = faults;
    const field = fault && entry('a', fields).slice(fault.column - 1);
    if (field !== undefined) assert.match(field, /^(?:doi|eprint|journal|journaltitle) = /);
  });
}

test('an identifier that a crossref brings is the fault of the entry that has it', () => {
  const bib = [
    entry('a', { crossref: 'b' }),
    entry('b', { journal: 'arXiv:17.1', archiveprefix: 'arXiv' }),
  ];
  assert.equal(lint(bib.join('\n'), 'bibtex-identifier').length, 1);
});
