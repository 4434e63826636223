import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaperCard } from '../../../../src/kinds/paper/card.ts';
import { buildThreadCard } from '../../../../src/kinds/thread/card.ts';
import { english } from '../../../../src/words/words.ts';
import { buildPageCard, buildTagCard, describeCard } from '../../../../src/metadata/card/card.ts';
import { listCards } from '../../../../src/metadata/card/list.ts';
import { buildGraph } from '../../../../src/model/graph.ts';
import { buildSite } from '../../../../src/model/site.ts';
import { paper } from '../../../../src/kinds/paper/schema.ts';
import { thread } from '../../../../src/kinds/thread/schema.ts';
import { buildSettings } from '../../model/specimen.ts';

const architecture = { name: 'Mamba', family: 'State-Space', mixing: 'selective-state-space' };
const threads = [
  {
    title: 'Plates',
    architectures: Array<object>(8).fill(architecture),
    glyph: 'gradient-descent',
  },
  { title: 'Descent', glyph: 'gradient-descent', tags: ['Ж'] },
  { title: 'Neither', status: 'completed', ended: '2026-03' },
];
const venue = { acronym: 'ICML', year: 2026, name: 'International Conference on Machine Learning' };
const papers = [
  { title: 'Sent', status: 'submitted', venue },
  { title: 'Begun', status: 'draft' },
  { title: 'Wrong', status: 'retracted', venue },
];

const build = (author: object) =>
  buildSite(
    buildGraph({
      site: buildSettings({ author }),
      entries: {
        thread: threads.map((fields, index) => ({
          slug: fields.title.toLowerCase(),
          data: thread.parse({
            ...{ order: index + 1, started: '2026-01', status: 'active', accent: 'viridian' },
            ...{ question: '?', ...fields },
          }),
        })),
        paper: papers.map((fields, index) => ({
          slug: fields.title.toLowerCase(),
          data: paper.parse({ order: index + 1, abstract: '.', ...fields }),
        })),
      },
      references: [],
    }),
    '/portfolio/',
  );

const view = build({});
const { frame } = view;
const threadCards = view.views.thread.map((one) => buildThreadCard(one, frame));
const paperCards = view.views.paper.map((one) => buildPaperCard(one, frame));

test('a thread’s card has its hue, its time, and its plates, else its glyph, else the site’s', () => {
  assert.deepEqual(
    threadCards.map(({ accent, facts, figure }) => [accent, facts, figure?.kind]),
    [
      ['viridian', 'Active, Jan 2026 – Present', 'plates'],
      ['viridian', 'Active, Jan 2026 – Present', 'descent'],
      ['viridian', 'Completed, Jan 2026 – Mar 2026', 'mark'],
    ],
  );
});

test('no more plates are drawn than can be told apart', () => {
  const figure = threadCards[0]?.figure;
  assert.equal(figure?.kind === 'plates' && figure.architectures.length, 6);
});

test('a paper’s card says where it stands, and first of all that it does not stand any more', () => {
  assert.deepEqual(
    paperCards.map(({ title, facts, sign }) => [title, facts, sign]),
    [
      ['Sent', 'Submitted to ICML 2026', 'disc'],
      ['Begun', 'Working Draft', 'ring'],
      ['Retracted: Wrong', 'Retracted by ICML 2026', 'struck'],
    ],
  );
});

test('a card says whose it is, and the first page’s does not say its title twice', () => {
  const named = build({ name: 'Ada' }).frame;
  assert.equal(buildPageCard('Tags', frame).source, 'Research');
  assert.equal(buildPageCard('Tags', named).source, 'Ada · Research');
  assert.equal(buildPageCard('Research', frame).source, 'Ongoing');
  assert.equal(buildPageCard('Research', named).source, 'Ada · Ongoing');
  const namesake = build({ name: 'Research' }).frame;
  assert.equal(buildPageCard('Tags', namesake).source, 'Research');
  assert.equal(buildPageCard('Research', namesake).source, 'Ongoing');
});

test('a card is told in words', () => {
  const cards = [...threadCards.slice(1, 2), ...paperCards.slice(2), buildTagCard('C++', frame)];
  assert.deepEqual(
    cards.map((card) => describeCard(card, english)),
    [
      'Thread “Descent”. Active, Jan 2026 – Present. Research. ' +
        'Drawn beside it: steps of gradient descent across the contours of a loss.',
      'Paper “Retracted: Wrong”. Retracted by ICML 2026. Research.',
      'Tag “C++”. Research.',
    ],
  );
});

test('cards are named by their pages, a letter of any script as itself', () => {
  const names = listCards(view).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of ['index', 'research', 'research/descent', 'papers/wrong', 'tags/ж'])
    assert.ok(names.includes(name), name);
});
