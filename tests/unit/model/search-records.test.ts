import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildOverview } from '../../../src/model/overview.ts';
import { buildSearchRecords } from '../../../src/model/search-records.ts';
import { buildSite } from '../../../src/model/site.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { thread } from '../../../src/kinds/thread/schema.ts';
import { buildSettings } from './specimen.ts';

const { entries } = parseBibliography(
  `@article{one, author = {G{\\"o}del, Kurt and van der Berg, Ida and Roe, R.}, title = {First},
    journal = {Journal}, year = 2001, doi = {10.1000/182}, eprint = {1906.01820}}`,
  'references.bib',
);
const works = entries.map(buildReference);
const view = buildSite(
  buildGraph({
    site: buildSettings(),
    entries: {
      thread: [
        {
          slug: 'probe',
          data: thread.parse({
            title: 'Probe',
            started: '2026-04',
            status: 'active',
            accent: 'viridian',
            question: 'Why?',
            tags: ['Mamba'],
            phases: [{ title: 'Train', summary: 'Do it [@one].' }],
          }),
        },
      ],
      paper: [
        {
          slug: 'titan',
          data: paper.parse({
            title: 'Titan',
            status: 'draft',
            abstract: 'It is [@one].',
            authors: ['Ada Lovelace'],
            history: [{ date: '2026-05-04', change: 'version', note: 'Clearer.' }],
            tags: ['Mamba'],
          }),
        },
      ],
    },
    freePages: [{ slug: 'about', data: { title: 'About *me*', description: 'Who.' } }],
    references: works,
  }),
  '/portfolio/',
);
const text = {
  sections: [{ id: 'one', title: 'One', figures: [{ id: 'fig-a', title: 'Figure 1: A' }] }],
  references: [],
  works,
  prose: [
    { id: '', title: '', text: 'Before.' },
    { id: 'one', title: 'One', text: 'softmax' },
    { id: 'fig-a', title: 'Figure 1: A', text: 'As drawn.', isFigure: true as const },
    { id: 'deeper', title: 'Deeper', text: '' },
  ],
};
const written = {
  site: view,
  entries: view.entries.map((entry) => ({
    entry,
    text: entry.kind === 'thread' ? text : { ...text, prose: [] },
  })),
  translations: [],
  freePages: view.freePages.map((page) => ({
    page,
    text: {
      ...text,
      sections: [{ id: 'cv', title: 'CV', figures: [] }],
      works: [],
      prose: [{ id: 'cv', title: 'CV', text: 'Degrees.' }],
    },
  })),
};
const records = buildSearchRecords(written);
const find = (kind: string) => records.filter((record) => record.kind === kind);

test('a thread is found by its question, its tags and what opens its text', () => {
  assert.deepEqual(find('Thread'), [
    {
      kind: 'Thread',
      title: 'Probe',
      address: '/portfolio/research/probe/',
      context: 'Apr 2026 – Present',
      text: 'Why? Mamba Before.',
    },
  ]);
});

test('the sections of a text and of the fields lead to their places, and name their entry', () => {
  assert.deepEqual(
    find('Section').map(({ title, address, context, text }) => [title, address, context, text]),
    [
      ['One', '/portfolio/research/probe/#one', 'Probe', 'softmax'],
      ['Deeper', '/portfolio/research/probe/#deeper', 'Probe', ''],
      ['One-Phase Methodology', '/portfolio/research/probe/#phases', 'Probe', 'Train: Do it.'],
      [
        'History',
        '/portfolio/papers/titan/#history',
        'Titan',
        'May 4, 2026: New version. Clearer.',
      ],
      ['CV', '/portfolio/about/#cv', 'About me', 'Degrees.'],
    ],
  );
});

test('a figure is found by its title and its caption', () => {
  assert.deepEqual(find('Figure'), [
    {
      kind: 'Figure',
      title: 'Figure 1: A',
      address: '/portfolio/research/probe/#fig-a',
      context: 'Probe',
      text: 'As drawn.',
    },
  ]);
});

test('a paper is found by its authors, its abstract and where it stands', () => {
  const [titan] = find('Paper');
  assert.equal(titan?.text, 'Ada Lovelace It is. In progress Mamba');
  assert.equal(titan.context, 'Working Draft');
});

test('a work is there once, by all of its authors, and leads to the list of works', () => {
  assert.deepEqual(find('Reference'), [
    {
      kind: 'Reference',
      title: 'First',
      address: '/portfolio/references/#ref-one',
      context: 'Gödel et al. (2001)',
      text: 'Kurt Gödel, Ida van der Berg, R. Roe. Journal. 2001. doi:10.1000/182. arXiv:1906.01820',
    },
  ]);
});

test('a tag says how many entries carry it', () => {
  assert.deepEqual(
    find('Tag').map(({ title, address, context }) => [title, address, context]),
    [['Mamba', '/portfolio/tags/mamba/', '2 entries']],
  );
});

test('the page that lists everything leads to all that is found but sections below the first level', () => {
  const { entries, tags, works } = buildOverview(written);
  const listed = entries
    .flatMap((part) => part.entries)
    .flatMap((entry) => [entry, ...entry.sections.flatMap((part) => [part, ...part.figures])])
    .concat(tags as never, works as never)
    .map(({ address }) => address);
  const missing = records.filter(({ address }) => !listed.includes(address));
  assert.deepEqual(
    missing.map(({ title }) => title),
    ['Deeper'],
  );
});
