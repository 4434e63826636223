import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../src/model/graph.ts';
import type { Paper } from '../../../src/kinds/paper/schema.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

/** `count` published papers of a year. */
const publish = (year: number, count: number): Entry<Paper>[] =>
  Array.from({ length: count }, (_, index) =>
    buildPaper(`y${year}-${index}`, {
      status: 'published',
      venue: { acronym: 'C', year, name: 'C' },
      tags: index === 0 ? ['First'] : [],
    }),
  );

const list = (papers: Entry<Paper>[]) => buildView({}, [], papers);

test('six papers are shown at length, in their order and without headings', () => {
  const [page, ...others] = list([...publish(2020, 5), buildPaper('draft', { order: 1 })]).lists;
  assert.deepEqual(others, []);
  assert.equal(page?.isLong, false);
  assert.deepEqual(page.links, []);
  assert.deepEqual(
    page.parts.map(({ entries }) => entries.map(({ number, entry }) => [number, entry.slug])[0]),
    [[1, 'draft']],
  );
});

test('more papers stand under their years: first drafts, then the newest, last those without one', () => {
  const withheld = buildPaper('withheld', { status: 'withheld' });
  const draft = buildPaper('draft', { date: '2019-01' });
  const { lists } = list([...publish(2019, 3), withheld, draft, ...publish(2024, 2)]);
  const [page] = lists;
  assert.deepEqual(
    page?.parts.map(({ id, title, entries }) => [
      id,
      title,
      ...entries.map(({ number, entry }) => `${number} ${entry.slug}`),
    ]),
    [
      ['in-progress', 'In progress', '1 draft'],
      ['year-2024', '2024', '2 y2024-0', '3 y2024-1'],
      ['year-2019', '2019', '4 y2019-0', '5 y2019-1', '6 y2019-2'],
      ['year-none', 'Without a year', '7 withheld'],
    ],
  );
  assert.deepEqual(
    page.links.map(({ address, count }) => [address, count]),
    [
      ['/portfolio/papers/#in-progress', 1],
      ['/portfolio/papers/#year-2024', 2],
      ['/portfolio/papers/#year-2019', 3],
      ['/portfolio/papers/#year-none', 1],
    ],
  );
});

test('a list of two parts, of which one has a page of its own, links both from each', () => {
  const { lists } = list([...publish(2026, 60), ...publish(2025, 60)]);
  assert.equal(lists.length, 2);
  for (const { links } of lists)
    assert.deepEqual(
      links.map(({ address, count }) => [address, count]),
      [
        ['/portfolio/papers/#year-2026', 60],
        ['/portfolio/papers/year-2025/', 60],
      ],
    );
});

test('threads of a long list stand under their status', () => {
  const statuses = ['active', 'active', 'active', 'active', 'completed', 'paused', 'paused'];
  const threads = statuses.map((status, index) => buildThread(`t${index}`, { status }));
  const [page] = buildView({}, threads, []).lists;
  assert.deepEqual(
    page?.parts.map(({ title, entries }) => [title, entries.length]),
    [
      ['Active Research', 4],
      ['Paused Research', 2],
      ['Completed Research', 1],
    ],
  );
});

test('a list of more than a hundred is divided by year, and each older year is a page', () => {
  const papers = [...publish(2026, 60), ...publish(2025, 40), ...publish(2024, 9)];
  const { lists, pages } = list(papers);
  assert.deepEqual(
    lists.map(({ title, address, parts, selection }) => ({
      title,
      address,
      years: parts.map(({ title }) => title).join(' '),
      first: parts[0]?.entries[0]?.number,
      summary: selection.summary,
    })),
    [
      {
        title: 'Papers',
        address: '/portfolio/papers/',
        years: '2026 2025',
        first: 1,
        summary: 'Showing 100 of 109 entries',
      },
      {
        title: 'Papers: 2024',
        address: '/portfolio/papers/year-2024/',
        years: '2024',
        first: 1,
        summary: 'Showing 9 of 109 entries',
      },
    ],
  );
  assert.deepEqual(
    lists[1]?.links.map(({ title, address, count }) => [title, address, count]),
    [
      ['2026', '/portfolio/papers/#year-2026', 60],
      ['2025', '/portfolio/papers/#year-2025', 40],
      ['2024', '/portfolio/papers/year-2024/', 9],
    ],
  );
  const listed = pages.map(({ address }) => address);
  assert.ok(listed.includes('/portfolio/papers/year-2024/'));
  assert.equal(new Set(listed).size, listed.length);
});
