import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildPlainEntry } from '../../../src/bibliography/plain-entry.ts';
import { parsePlainName } from '../../../src/bibliography/plain-name.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';

const hard = [
  'Plain',
  'Open { alone',
  'Closed } alone',
  String.raw`A \command and \\ two`,
  '100 % of R&D, #1, a_b, $5, ~200, 2^n',
  'Über “quotes” and "straight" ones — 王伟',
  'TITAN: Of Capitals',
];

for (const title of hard)
  test(`${title} is the same when read again`, () => {
    const entry = buildPlainEntry('misc', 'k', {
      title,
      author: [parsePlainName('Ada Example')],
      year: '2026',
    });
    const { entries, faults } = parseBibliography(entry.source, 'own.bib');
    assert.deepEqual(faults, []);
    const [read] = entries.map(buildReference);
    assert.equal(read?.title, title);
    assert.deepEqual(read, buildReference(entry));
  });

test('names are parted as they are printed, and those of organisations stay whole', () => {
  const names = [
    'Ada Example',
    'Grace van der Example',
    '{Research and Development}',
    'Acme, Inc.',
  ];
  const author = names.map(parsePlainName);
  const { source } = buildPlainEntry('misc', 'k', { title: 'T', author, year: '2026' });
  const [entry] = parseBibliography(source, 'own.bib').entries;
  assert.ok(entry);
  assert.deepEqual(buildReference(entry).authors, [
    { given: 'Ada', particle: '', family: 'Example', suffix: '' },
    { given: 'Grace', particle: 'van der', family: 'Example', suffix: '' },
    { literal: 'Research and Development' },
    { literal: 'Acme, Inc.' },
  ]);
});

test('absent fields are left out, and an address stays as it is', () => {
  const url = 'https://example.org/a_b/?x=1&y=%20~';
  const fields = { title: 'T', author: [], doi: undefined, url };
  assert.equal(
    buildPlainEntry('misc', 'k', fields).source,
    `@misc{k,\n  title = {{T}},\n  url = {${url}}\n}`,
  );
});
