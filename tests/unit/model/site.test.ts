import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  listPapersOf,
  listRelatedPapers,
  listRelatedThreads,
  listThreadsOf,
} from '../../../src/kinds/paper/threads.ts';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildPaper, buildSettings, buildThread, buildView } from './specimen.ts';

const view = buildView(
  { author: { name: 'Ada', github: 'ada', email: 'ada@example.org' } },
  [
    buildThread('old', { started: '2024-05', ended: '2025-01', status: 'completed' }),
    buildThread('new', { started: '2026-02', tags: ['B'] }),
    buildThread('first', { order: 1, tags: ['A', 'B'] }),
  ],
  [buildPaper('z', { tags: ['B'] }), buildPaper('y')],
);

test('entries stand in the author’s order, then newest first, then by title', () => {
  assert.deepEqual(
    view.rows.map(({ title, label }) => `${label} ${title}`),
    ['Thread first', 'Thread new', 'Thread old', 'Paper y', 'Paper z'],
  );
});

test('without an order, work that goes on comes before work that is done, and drafts before papers', () => {
  const venue = { acronym: 'C', year: 2026, name: 'C' };
  const { rows } = buildView(
    {},
    [
      buildThread('completed', { started: '2026-05', status: 'completed' }),
      buildThread('paused', { started: '2026-04', status: 'paused' }),
      buildThread('active', { started: '2020-01' }),
      buildThread('chosen', { started: '2019-01', status: 'completed', order: 1 }),
    ],
    [buildPaper('published', { status: 'published', venue }), buildPaper('draft')],
  );
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['chosen', 'active', 'paused', 'completed', 'draft', 'published'],
  );
});

test('threads are grouped by status, and a status without threads has no heading', () => {
  assert.deepEqual(
    view.groups.map(({ title, entries }) => [title, entries.map(({ slug }) => slug)]),
    [
      ['Active Research', ['first', 'new']],
      ['Completed Research', ['old']],
      ['Papers', ['y', 'z']],
    ],
  );
});

test('the index of tags says where each is and how many entries carry it', () => {
  assert.deepEqual(view.tags, [
    { label: 'A', address: '/portfolio/tags/a/', count: 1 },
    { label: 'B', address: '/portfolio/tags/b/', count: 3 },
  ]);
});

test('every address of the frame lies below the base, and only what is set is a contact', () => {
  assert.equal(view.frame.home, '/portfolio/');
  assert.deepEqual(view.frame.navigation.links, [{ label: 'Home', address: '/portfolio/' }]);
  assert.deepEqual(view.frame.contacts, [
    { title: 'GitHub', address: 'https://github.com/ada' },
    { title: 'Email', address: 'mailto:ada@example.org' },
  ]);
});

test('what belongs together is found both ways, and nothing is related to itself', () => {
  const graph = buildGraph({
    site: buildSettings(),
    entries: {
      thread: ['a', 'b', 'c'].map((slug) => buildThread(slug, {})),
      paper: [
        buildPaper('one', { threads: ['a', 'b'] }),
        buildPaper('two', { threads: ['b'] }),
        buildPaper('alone', {}),
      ],
    },
    references: [],
  });
  const slugs = (entries: { slug: string }[]) => entries.map(({ slug }) => slug).join();
  assert.deepEqual(
    graph.entries.thread.map((entry) => [
      entry.slug,
      slugs(listPapersOf(graph, entry)),
      slugs(listRelatedThreads(graph, entry)),
    ]),
    [
      ['a', 'one', 'b'],
      ['b', 'one,two', 'a'],
      ['c', '', ''],
    ],
  );
  assert.deepEqual(
    graph.entries.paper.map((entry) => [
      entry.slug,
      slugs(listThreadsOf(graph, entry)),
      slugs(listRelatedPapers(graph, entry)),
    ]),
    [
      ['alone', '', ''],
      ['one', 'a,b', 'two'],
      ['two', 'b', 'one'],
    ],
  );
});

test('a site has a feed once it has an address, and an entry with a date', () => {
  const address = 'https://ada.example/portfolio/';
  const read = (settings: object, papers: object) =>
    buildView(settings, [], [buildPaper('p', papers)]).frame.feed;
  assert.equal(read({ address }, { date: '2026-04' }), '/portfolio/feed');
  assert.equal(read({ address }, {}), undefined);
  assert.equal(read({}, { date: '2026-04' }), undefined);
});

test('a site without entries has its home page alone, and no link to a page that is not there', () => {
  const navigation = ['/', '/papers/', '/contents/'].map((page) => ({ label: page, page }));
  const { frame, pages, groups, indexes, lists } = buildView({ navigation }, [], []);
  assert.deepEqual(
    pages.map(({ address }) => address),
    ['/portfolio/'],
  );
  assert.deepEqual([groups, indexes, lists], [[], {}, []]);
  assert.deepEqual(frame.navigation.links, []);
  assert.deepEqual([frame.contents, frame.statement], [undefined, undefined]);
});

test('a site of papers alone names no threads', () => {
  const { groups, indexes, lists } = buildView({}, [], [buildPaper('a'), buildPaper('b')]);
  assert.deepEqual(
    groups.map(({ title }) => title),
    ['Papers'],
  );
  assert.deepEqual(
    lists.map(({ title }) => title),
    ['Papers'],
  );
  assert.deepEqual(
    Object.values(indexes).map(({ title, description }) => [title, description]),
    [
      ['Contents', 'Everything on this site: papers with their sections.'],
      ['Research Statement', 'Papers with where each stands, on one sheet.'],
    ],
  );
});

test('an entry is named by its slug, and by its folder too where another kind has the same', () => {
  const { threads, papers } = buildView(
    {},
    [buildThread('probe'), buildThread('alone')],
    [buildPaper('probe')],
  );
  assert.deepEqual(
    [...threads, ...papers].map(({ id }) => id),
    ['alone', 'threads/probe', 'papers/probe'],
  );
});

test('the accent of a site is that of pages without one, adjusted to both themes', () => {
  const { frame } = buildView({ accent: '#1f7a6c' }, [buildThread('a')], [buildPaper('z')]);
  assert.equal(frame.accent, 'light-dark(#1d786b,#4a9f8f)');
  assert.deepEqual(frame.tint, { 'data-accent': 'own', style: `--own-accent:${frame.accent}` });
  assert.deepEqual(buildView({ accent: 'violet' }, [], []).frame.tint, { 'data-accent': 'violet' });
  for (const name of ['accent', 'tint']) assert.ok(!(name in view.frame), name);
});
