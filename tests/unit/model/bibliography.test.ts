import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildWorkIndex, groupByYear, type CitedWork } from '../../../src/model/bibliography.ts';
import { english } from '../../../src/words/words.ts';

const build = (authors: string, year: string): CitedWork => ({
  ...{ key: authors, authors, year, title: [] },
  id: `ref-${authors}`,
  citedBy: [],
});

test('works are grouped by year, the newest first, those without one last, in their order', () => {
  const works = [build('A', '2019'), build('B', '2024'), build('C', 'n.d.'), build('D', '2019')];
  assert.deepEqual(
    groupByYear(works, english).map(({ id, year, works }) => [
      id,
      year,
      works.map((work) => work.authors),
    ]),
    [
      ['year-2024', '2024', ['B']],
      ['year-2019', '2019', ['A', 'D']],
      ['year-none', 'Without a year', ['C']],
    ],
  );
});

test('a work from about a year, or from before the common era, is with its year', () => {
  const years = ['in press', '300–280 B.C.E.', 'c. 1850', '800', '1999–2000', '1850'];
  assert.deepEqual(
    groupByYear(
      years.map((year) => build(year, year)),
      english,
    ).map(({ id, works }) => [id, works.length]),
    [
      ['year-1999', 1],
      ['year-1850', 2],
      ['year-800', 1],
      ['year-300-bce', 1],
      ['year-none', 1],
    ],
  );
});

test('an entry without works has no list', () => {
  const entry = { title: 'T', address: '/t/' };
  assert.deepEqual(buildWorkIndex([{ entry, works: [] }], english), {
    count: 0,
    years: [],
    lists: [],
  });
});
