import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const papers = (count: number, selected: readonly number[] = []) =>
  Array.from({ length: count }, (_, index) =>
    buildPaper(`p${index}`, { order: index + 1, selected: selected.includes(index) }),
  );

const show = (...content: Parameters<typeof papers>) => {
  const { groups, selections } = buildView({}, [], papers(...content));
  const [group] = groups;
  const { rest } = group ?? {};
  const slugs = (group?.entries ?? []).map(({ slug }) => slug);
  assert.deepEqual(
    selections.all.rows.map(({ title }) => title),
    slugs,
  );
  return { slugs: slugs.join(' '), rest };
};

test('six papers fit, whatever is selected', () => {
  assert.deepEqual(show(6, [5]), { slugs: 'p0 p1 p2 p3 p4 p5', rest: undefined });
});

test('of more papers the selected ones are shown, then the first ones, in order, and all are linked', () => {
  const rest = { title: 'All 8 papers', address: '/portfolio/papers/' };
  assert.deepEqual(show(8), { slugs: 'p0 p1 p2 p3 p4 p5', rest });
  assert.deepEqual(show(8, [6, 7]), { slugs: 'p0 p1 p2 p3 p6 p7', rest });
  assert.deepEqual(show(8, [1, 2, 3, 4, 5, 6, 7]), { slugs: 'p1 p2 p3 p4 p5 p6', rest });
});

test('four threads fit; the last of their parts has the link to all of them', () => {
  const { groups, shown } = buildView(
    {},
    ['active', 'active', 'paused', 'completed', 'completed'].map((status, index) =>
      buildThread(`t${index}`, { status, selected: index === 4 }),
    ),
    [],
  );
  assert.deepEqual(
    shown.thread.map(({ slug }) => slug),
    ['t0', 't1', 't2', 't4'],
  );
  assert.deepEqual(
    groups.map(({ title, rest }) => [title, rest?.title]),
    [
      ['Active Research', undefined],
      ['Paused Research', undefined],
      ['Completed Research', 'All 5 threads'],
    ],
  );
});

test('active threads are shown before paused ones, whatever their order', () => {
  const statuses = ['completed', 'completed', 'paused', 'paused', 'active', 'active'];
  const { shown, selections } = buildView(
    {},
    statuses.map((status, index) => buildThread(`t${index}`, { status, order: index + 1 })),
    [],
  );
  assert.deepEqual(
    shown.thread.map(({ slug }) => slug),
    ['t2', 't3', 't4', 't5'],
  );
  assert.deepEqual(
    selections.all.rows.map(({ title }) => title),
    ['t4', 't5', 't2', 't3'],
  );
});
