import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph, type Entry } from '../../../src/model/graph.ts';
import { createSectionLabels } from '../../../src/lib/label.ts';
import { buildGridData } from '../../../src/metadata/research/grid.ts';
import { buildThread } from '../../../src/kinds/thread/view.ts';
import { buildContents } from '../../../src/model/contents.ts';
import { paper, type Paper } from '../../../src/kinds/paper/schema.ts';
import { buildSettings, buildThread as buildEntry, buildView } from './specimen.ts';
import { english } from '../../../src/words/words.ts';

/** A site of one thread with `fields` beside the least that a thread has. */
function build(fields: object, papers: Entry<Paper>[] = [], author = {}) {
  const entry = buildEntry('a', { started: '2026-04', ...fields });
  const graph = buildGraph({
    site: buildSettings({ author }),
    entries: { thread: [entry], paper: papers },
    references: [],
  });
  return buildThread(entry, graph, (path) => `/base${path}`);
}

const steps = (count: number) =>
  Array.from({ length: count }, () => ({ title: 'x', summary: 'y', mark: 'z' }));

test('sections are there only where the entry has them', () => {
  const view = build({});
  for (const name of ['approach', 'phases', 'architectures', 'analyses', 'references', 'papers'])
    assert.equal(name in view, false, name);
});

test('architectures have a heading in the language of the site, or that of the author', () => {
  const architectures = [{ name: 'RWKV', family: 'Recurrent', mixing: 'wkv' }];
  const read = (fields: object, settings: object) =>
    buildView(settings, [buildEntry('a', { architectures, ...fields })], []).threads[0]
      ?.architectures?.heading;
  assert.equal(read({}, {}), 'Architectures Under Study');
  assert.equal(read({}, { language: 'de' }), 'Untersuchte Architekturen');
  assert.equal(read({ architecturesHeading: 'Netze' }, { language: 'de' }), 'Netze');
});

const grid = {
  heading: 'Sources',
  items: [
    { name: 'Registers', family: 'Port', text: 'Ships and *cargoes*.' },
    { name: 'Letters' },
    { name: 'Accounts', plate: 'retention' },
  ],
};

test('a grid has items with a name, and with a family, a text or a plate where they are given', () => {
  const view = build({ grid });
  assert.equal(view.grid?.heading, 'Sources');
  const shown = view.grid.items.map(({ name, family, text, mixing }) =>
    [name, family, text].map((part) => part?.title).concat(mixing),
  );
  assert.deepEqual(shown, [
    ['Registers', 'Port', 'Ships and cargoes.', undefined],
    ['Letters', undefined, undefined, undefined],
    ['Accounts', undefined, undefined, 'retention'],
  ]);
  assert.deepEqual(view.glyph, { kind: 'plates', mixings: ['retention'] });
  assert.deepEqual(
    view.search.sections.find(({ id }) => id === 'grid')?.text,
    'Registers: Port. Ships and cargoes. Letters. Accounts.',
  );
  assert.deepEqual(buildGridData(view.grid, String).items[1], { name: 'Letters' });
  assert.ok(view.parts.before.some(({ id, title }) => id === 'grid' && title === 'Sources'));
});

test('architectures are items of a grid, each with a family and a plate', () => {
  const architecture = { name: 'RetNet', family: 'Recurrent', mixing: 'retention' };
  const both = build({ architectures: [architecture], grid });
  assert.deepEqual(both.architectures?.items[0]?.mixing, 'retention');
  assert.deepEqual(both.glyph, { kind: 'plates', mixings: ['retention', 'retention'] });
});

test('headings count: in words to twelve, in digits beyond, and one is not plural', () => {
  assert.equal(
    build({ phases: steps(1).map(withoutMark) }).phases?.heading,
    'One-Phase Methodology',
  );
  assert.equal(
    build({ phases: steps(3).map(withoutMark) }).phases?.heading,
    'Three-Phase Methodology',
  );
  assert.equal(
    build({ phases: steps(12).map(withoutMark) }).phases?.heading,
    'Twelve-Phase Methodology',
  );
  assert.equal(
    build({ phases: steps(13).map(withoutMark) }).phases?.heading,
    '13-Phase Methodology',
  );
  assert.equal(build({ analyses: steps(1) }).analyses?.heading, 'One Analysis');
  assert.equal(build({ analyses: steps(3) }).analyses?.heading, 'Three Analyses');
});

function withoutMark({ title, summary }: { title: string; summary: string }) {
  return { title, summary };
}

test('a thread without an end goes on; one with an end has both months', () => {
  assert.deepEqual(build({}).period, { started: { iso: '2026-04', label: 'Apr 2026' } });
  assert.deepEqual(build({ ended: '2027-01' }).period.ended, { iso: '2027-01', label: 'Jan 2027' });
});

test('a repository is a link only when its address is known', () => {
  const label = 'View on GitHub';
  const repositoryOf = (repository: string, author?: object) =>
    build({ repository }, [], author).repository;
  assert.deepEqual(repositoryOf('probe'), { label });
  assert.deepEqual(repositoryOf('probe', { github: 'ada' }), {
    label,
    address: 'https://github.com/ada/probe',
  });
  assert.deepEqual(repositoryOf('lab/probe'), { label, address: 'https://github.com/lab/probe' });
  assert.deepEqual(repositoryOf('https://codeberg.org/lab/probe'), {
    label: 'View the code',
    address: 'https://codeberg.org/lab/probe',
  });
  // A host that only ends in the same letters is another host.
  assert.equal(repositoryOf('https://notgithub.com/lab/probe')?.label, 'View the code');
  assert.deepEqual(repositoryOf('HTTPS://GitHub.com/lab/probe'), {
    label,
    address: 'HTTPS://GitHub.com/lab/probe',
  });
});

test('a paper names its threads, and each thread lists the paper', () => {
  const fields = { title: 'P', status: 'draft', abstract: 'x', threads: ['a'] };
  const entry = { slug: 'p', data: paper.parse(fields) };
  assert.deepEqual(build({}, [entry]).papers, {
    heading: 'Papers',
    items: [{ title: 'P', address: '/base/papers/p/' }],
  });
});

test('prose is set with curly quotes and dashes, and addresses lie below the base', () => {
  const view = build({ title: `Garg et al.'s "OOD"`, question: '1--4 -- why?', tags: ['KYC/AML'] });
  assert.equal(view.title, 'Garg et al.’s “OOD”');
  assert.equal(view.question.plain, '1–4 — why?');
  assert.deepEqual(view.tags, [{ label: 'KYC/AML', address: '/base/tags/kyc-aml/' }]);
  assert.equal(view.address, '/base/research/a/');
});

test('a key that leads nowhere stops the build', () => {
  assert.throws(() => build({ references: ['nobody2000'] }), /a cites “nobody2000”/);
});

test('the contents list the parts that are there, and no heading of the text takes the id of one', () => {
  const whole = build({
    approach: 'How.',
    phases: [{ title: 'x', summary: 'y' }],
    architectures: [{ name: 'x', family: 'y', mixing: 'wkv' }],
    analyses: [{ mark: 'A', title: 'x', summary: 'y' }],
    history: [{ date: '2026-05', change: 'version', note: 'z' }],
  });
  const figures = (id: string) => [{ id, title: 'Figure' }];
  const sections = [
    { id: '', title: '', figures: figures('fig-first') },
    { id: 'own', title: 'Own', figures: figures('fig-own') },
  ];
  const cited = { ...whole, citation: { ...whole.citation, hasAuthor: true } };
  const contents = buildContents(cited, { sections, references: [{}] }, english);
  const ids = contents.map(({ address }) => address.slice(1));
  assert.deepEqual(
    ids,
    'question approach phases architectures analyses fig-first own history references cite'.split(
      ' ',
    ),
  );
  assert.deepEqual(contents.find(({ address }) => address === '#own')?.figures, [
    { title: 'Figure', address: '#fig-own' },
  ]);
  const label = createSectionLabels();
  for (const id of ids.filter((id) => !/own|fig/.test(id))) assert.notEqual(label(id, id).id, id);
  const least = buildContents(build({}), { sections: [], references: [] }, english);
  assert.deepEqual(
    least.map(({ title }) => title),
    ['Research Question'],
  );
});

test('a period of one month or year is shown once', () => {
  const { standing } = build({ started: '2026', ended: '2026', status: 'completed' });
  assert.equal(standing, 'Completed, 2026');
  assert.equal(build({ ended: '2026-05' }).standing, 'Active, Apr 2026 – May 2026');
});
