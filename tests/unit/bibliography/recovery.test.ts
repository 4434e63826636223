import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { formatShortText } from './specimen.ts';

const keysOf = (text: string) => parseBibliography(text, 'a.bib').entries.map(({ key }) => key);
const entry = (key: string) => `@misc{${key}, title = {T}, author = {Doe, J.}, year = {2020}}`;

test('every fault of a file is reported at once, and the good entries come out', () => {
  const text = [
    entry('one'),
    '@misc{open, title = {T, author = {Doe, J.}, year = {2020}',
    entry('two'),
    '@artcle{typed, title = {T}, author = {Doe, J.}, year = {2020}}',
    '@misc{comma, title = {T} author = {Doe, J.}, year = {2020}}',
    entry('three'),
    '@misc{bare, title = {T}, author = {Doe, J.}}',
    entry('one'),
    entry('four'),
  ].join('\n\n');
  const { entries, faults, brokenKeys } = parseBibliography(text, 'a.bib');
  assert.deepEqual(
    entries.map(({ key }) => key),
    ['one', 'two', 'typed', 'three', 'bare', 'four'],
  );
  assert.deepEqual(
    faults.map(({ line, rule }) => `${line} ${rule}`),
    [
      '3 bibtex-syntax',
      '7 bibtex-syntax',
      '9 bibtex-syntax',
      '13 bibtex-missing-field',
      '15 bibtex-duplicate-key',
    ],
  );
  assert.deepEqual(brokenKeys, ['open', 'comma']);
});

test('the first word of a key of two words takes no other entry for its double', () => {
  const { faults, brokenKeys } = parseBibliography(`${entry('one')}\n${entry('one 2')}`, 'a.bib');
  assert.deepEqual([faults.length, brokenKeys], [1, []]);
});

test('in a file that is indented throughout, one missing brace costs one entry', () => {
  const text = `  ${entry('one')}\n  @misc{open, title = {T,\n  ${entry('two')}\n  ${entry('three')}`;
  assert.deepEqual(keysOf(text), ['one', 'two', 'three']);
});

test('a mistake at the very end of the file is found', () => {
  for (const text of ['@misc{a', '@misc{', '@misc{a,', '@misc{a, title', '@misc{a, title =', '@']) {
    const { faults } = parseBibliography(text, 'a.bib');
    assert.equal(faults.length > 0, text !== '@', text);
  }
});

test('no text at all, and text without an entry, is an empty bibliography', () => {
  for (const text of ['', '\n', 'Nothing here.', '% @misc{a, title = {T}']) {
    assert.deepEqual(parseBibliography(text, 'a.bib'), {
      entries: [],
      faults: [],
      brokenKeys: [],
    });
  }
});

test('any text is read without an exception, to its end', () => {
  const text = [entry('one'), '@string{s = "a" # {b}}', entry('two')].join('\n');
  for (let at = 0; at < text.length; at++) {
    for (const sign of ['', '{', '}', '"', ',', '@', '=', '#', '%', '\\', '(', '\n@misc{']) {
      const { entries, faults } = parseBibliography(
        text.slice(0, at) + sign + text.slice(at + 1),
        'a.bib',
      );
      for (const found of entries) formatShortText(buildReference(found));
      for (const { line, column } of faults) assert(line > 0 && column > 0);
    }
  }
});

test('a single wrong brace never loses an entry without a fault', () => {
  const text = ['one', 'two', 'three'].map(entry).join('\n');
  for (let at = 0; at < text.length; at++) {
    for (const sign of ['', '{', '}']) {
      if (!/[{}]/.test(`${text[at]}${sign}`)) continue;
      const { entries, faults } = parseBibliography(
        text.slice(0, at) + sign + text.slice(sign === '' ? at + 1 : at),
        'a.bib',
      );
      assert(entries.length === 3 || faults.length > 0, `${sign} at ${at}`);
      assert(entries.length >= 1, `${sign} at ${at}`);
    }
  }
});

test('the source of an entry is its own text, byte for byte', () => {
  const sources = [
    '@Misc { one ,\r\n\tTITLE = "T" # { and {\\"U}} ,\r\n  author={Doe,J.},year   = 2020 ,\r\n}',
    '@misc(two, title = {日本 𝒳}, author = {Doe, J.}, year = 2020)',
    '@misc{three, title = {A\n\n B}, author = {Doe, J.}, year = 2020, odd = {%@}}',
  ];
  const text = `before\r\n${sources.join('\n some text\n% comment\n')}\nafter`;
  const { entries, faults } = parseBibliography(text, 'a.bib');
  assert.deepEqual(faults, []);
  assert.deepEqual(
    entries.map(({ source }) => source),
    sources,
  );
  assert.deepEqual(
    entries.map((found) => buildReference(found).source),
    sources,
  );
});

test('entries and fields know where they stand', () => {
  const [, second] = parseBibliography(
    `${entry('one')}\n\n@misc{two, title = {T},\n  author = {Doe, J.},\n    year = 2020}`,
    'a.bib',
  ).entries;
  assert.ok(second);
  assert.equal(second.line, 3);
  assert.deepEqual(Object.fromEntries(second.positions), {
    title: { line: 3, column: 12 },
    author: { line: 4, column: 3 },
    year: { line: 5, column: 5 },
  });
});

test('2,000 authors are read', () => {
  const authors = Array.from(
    { length: 2000 },
    (_, index) => `van {\\'E}tienne${index}, Marie-${index}`,
  );
  const text = `@misc{many, title = {T}, author = {${authors.join('\n and ')}}, year = 2020}`;
  const [many] = parseBibliography(text, 'a.bib').entries;
  assert(many);
  const reference = buildReference(many);
  assert.equal(reference.authors.length, 2000);
  assert.deepEqual(reference.authors.at(-1), {
    given: 'Marie-1999',
    particle: 'van',
    family: 'Étienne1999',
    suffix: '',
  });
  assert.equal(formatShortText(reference), 'van Étienne0, M.-0. et al. (2020). “T.”');
});

test(
  '5,000 entries are read in seconds, and a brace nested 50,000 deep is refused',
  { timeout: 10_000 },
  () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `key${index}`);
    assert.equal(keysOf(keys.map(entry).join('\n')).length, 5000);
    const deep = `${'{'.repeat(50_000)}T${'}'.repeat(50_000)}`;
    const text = `@misc{a, title = {${deep}}, author = {${deep}}, year = 2020}`;
    const { faults } = parseBibliography(text, 'a.bib');
    assert.deepEqual(
      faults.map(({ rule }) => rule),
      ['too-deep', 'too-deep'],
    );
  },
);
