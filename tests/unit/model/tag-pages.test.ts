import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPartOfList } from '../../../src/model/page-links.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

/** Papers of ten years with one tag. */
const build = (count: number) =>
  buildView(
    {},
    [buildThread('thread', { started: '2012-04', tags: ['Many'] })],
    Array.from({ length: count }, (_, index) =>
      buildPaper(`paper-${index}`, {
        tags: index < count - 1 ? ['Many'] : ['Many', 'One'],
        status: 'published',
        venue: { name: 'J', year: 2010 + (index % 10) },
      }),
    ),
  );

test('a tag of up to a hundred rows has one page, without links to parts', () => {
  const { tagPages, selections } = build(99);
  assert.equal(tagPages.length, selections.tagged.length);
  assert.ok(tagPages.every(({ links }) => links.length === 0));
});

test('a tag of more rows is divided by year, the newest years first, each row once', () => {
  const { tagPages, pages, rows } = build(250);
  const many = tagPages.filter(({ params }) => params.tag === 'many');
  const all = many.filter(({ params }) => !params.kind?.startsWith('papers'));
  assert.deepEqual(
    all.map(({ params, selection }) => [params.kind, selection.rows.length]),
    [
      [undefined, 100],
      ...[2015, 2014, 2013].map((year) => [`year-${year}`, 25]),
      ['year-2012', 26],
      ...[2011, 2010].map((year) => [`year-${year}`, 25]),
      ['threads', 1],
    ],
  );
  const [first, part] = many;
  assert.deepEqual(
    first?.links.slice(3, 5).map(({ title, address, count }) => [title, address, count]),
    [
      ['2016', '/portfolio/tags/many/', 25],
      ['2015', '/portfolio/tags/many/year-2015/', 25],
    ],
  );
  assert.equal(part?.title, 'Many: entries: 2015');
  const listed = all
    .filter(({ params }) => params.kind !== 'threads')
    .flatMap(({ selection }) => selection.rows);
  assert.equal(new Set(listed).size, rows.length);
  const addresses = pages.map(({ address }) => address);
  for (const { address } of tagPages) assert.ok(addresses.includes(address), address);
  assert.ok(tagPages.some(({ address }) => address.endsWith('/many/papers/year-2010/')));
});

test('a text may link to a part of a tag where there can be one', () => {
  const entries = Array.from({ length: 101 }, () => ({ kind: 'paper' })) as unknown as Parameters<
    typeof isPartOfList
  >[1];
  assert.ok(isPartOfList('/tags/many/papers/year-2010/', entries));
  assert.ok(!isPartOfList('/tags/many/papers/year-2010/', entries.slice(1)));
  assert.ok(!isPartOfList('/tags/many/papers/2010/', entries));
});
