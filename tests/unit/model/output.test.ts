import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatApa } from '../../../src/bibliography/apa.ts';
import { formatCslJson } from '../../../src/bibliography/csl-json.ts';
import { formatRis } from '../../../src/bibliography/ris.ts';
import { output, type Output } from '../../../src/kinds/output/schema.ts';
import { outputTypeNames } from '../../../src/kinds/output/type.ts';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildSite } from '../../../src/model/site.ts';
import { buildPaper, buildSettings, buildThread } from './specimen.ts';

const versions = [
  { version: '1.0', date: '2025-03', doi: 'https://doi.org/10.5281/zenodo.1' },
  { version: '2.0', date: '2026-02-11', doi: '10.5281/zenodo.2', note: 'It is *fast*.' },
];

function build(fields: Record<string, object>, author?: string) {
  const entries = Object.entries(fields).map(([slug, one]) => {
    const data: Output = output.parse({ title: slug, type: 'software', ...one });
    return { slug, data };
  });
  const site = buildSettings({ ...(author && { author: { name: author, github: 'ada' } }) });
  const paper = [buildPaper('paper', { title: 'Paper' })];
  const thread = [buildThread('thread', { title: 'Thread' })];
  const graph = buildGraph({ site, entries: { output: entries, paper, thread }, references: [] });
  return buildSite(graph, '/', false);
}

function find(fields: object, author = 'Ada Lovelace') {
  const [view] = build({ engine: fields }, author).views.output;
  assert.ok(view);
  return view;
}

test('the newest version is shown and cited, with its DOI and archive', () => {
  const view = find({ versions, doi: '10.5281/zenodo.0' });
  assert.deepEqual(
    view.versions.map(({ version, link }) => [version, link?.address]),
    [
      ['2.0', 'https://doi.org/10.5281/zenodo.2'],
      ['1.0', 'https://doi.org/10.5281/zenodo.1'],
    ],
  );
  assert.equal(view.standing, 'Software, version 2.0 of Feb 11, 2026, archived at Zenodo');
  assert.deepEqual([view.date?.iso, view.updated], ['2025-03', '2026-02-11']);
  assert.equal(
    formatApa(view.citation.work),
    'Lovelace, A. (2026). engine (Version 2.0) [Computer software]. Zenodo. https://doi.org/10.5281/zenodo.2',
  );
});

test('each type is exported as what it is', () => {
  const rows = outputTypeNames.map((type) => {
    const { citation, label, schemaType } = find({ type, date: '2026' });
    const [csl] = formatCslJson([citation.work]);
    const [, ris] = /^TY {2}- (\w+)/.exec(formatRis([citation.work])) ?? [];
    return [label, citation.work.type, csl?.type, ris, schemaType];
  });
  assert.deepEqual(rows, [
    ['Software', 'software', 'software', 'COMP', 'SoftwareSourceCode'],
    ['Dataset', 'dataset', 'dataset', 'DATA', 'Dataset'],
    ['Model', 'software', 'software', 'COMP', 'SoftwareApplication'],
    ['Talk', 'misc', 'speech', 'SLIDE', 'PresentationDigitalDocument'],
    ['Poster', 'misc', 'speech', 'SLIDE', 'PresentationDigitalDocument'],
  ]);
});

test('a talk is cited with its event and place', () => {
  const { citation, standing } = find({
    type: 'talk',
    date: '2026-04',
    event: 'A Meeting',
    place: 'Turin',
  });
  assert.equal(standing, 'Talk, A Meeting, Turin');
  assert.equal(formatApa(citation.work), 'Lovelace, A. (2026). engine [Talk]. A Meeting. Turin.');
});

test('an output names its papers and threads, and the pages of these list it', () => {
  const { views } = build({ engine: { papers: ['paper'], threads: ['thread'], versions } });
  const link = { title: 'engine', address: '/outputs/engine/', file: 'Software, version 2.0' };
  assert.deepEqual(views.paper[0]?.outputs, [link]);
  assert.deepEqual(views.thread[0]?.outputs, { heading: 'Outputs', items: [link] });
  assert.deepEqual(
    [views.output[0]?.papers, views.output[0]?.threads].map((links) => links?.[0]?.address),
    ['/papers/paper/', '/research/thread/'],
  );
});

test('without authors it is by the author of the site, if they are known', () => {
  assert.deepEqual(find({}).authors, ['Ada Lovelace']);
  assert.deepEqual(find({ authors: ['Grace Hopper'] }).authors, ['Grace Hopper']);
  assert.deepEqual(build({ engine: {} }).views.output[0]?.authors, []);
});

test('each link is there once, and the code is that of the account of the author', () => {
  const doi = { label: 'Zenodo', address: 'https://doi.org/10.5281/zenodo.2' };
  const { externalLinks } = find({ repository: 'engine', versions, links: [doi] });
  assert.deepEqual(
    externalLinks.map(({ title, address }) => [title, address]),
    [
      ['Code', 'https://github.com/ada/engine'],
      ['DOI', 'https://doi.org/10.5281/zenodo.2'],
    ],
  );
});

test('a licence is read from its usual names, and an expression has no address', () => {
  const read = (license: string) => find({ license }).license;
  assert.deepEqual(read('mit license'), {
    title: 'MIT',
    address: 'https://spdx.org/licenses/MIT.html',
  });
  for (const name of [
    'Creative Commons Attribution-NonCommercial 4.0 International',
    'https://creativecommons.org/licenses/by-nc/4.0/',
    'CC-BY-NC-4.0',
  ])
    assert.deepEqual(read(name), {
      title: 'CC-BY-NC-4.0',
      address: 'https://spdx.org/licenses/CC-BY-NC-4.0.html',
    });
  assert.equal(read('https://opensource.org/licenses/MIT')?.title, 'MIT');
  assert.deepEqual(read('MIT OR Apache-2.0'), { title: 'MIT OR Apache-2.0' });
  assert.equal(output.shape.license.safeParse('Do what you like').success, false);
});

test('a DOI is read from each address that has it', () => {
  const parse = (doi: string) => output.shape.doi.safeParse(doi).data;
  const doi = '10.5281/zenodo.2';
  for (const start of ['', 'doi:', 'https://doi.org/', 'https://zenodo.org/doi/'])
    assert.equal(parse(start + doi), doi);
  assert.equal(parse('https://zenodo.org/records/2'), undefined);
});

test('only a talk or a poster has an event', () => {
  const parse = (type: string) =>
    output
      .safeParse({ title: 'T', type, event: 'A Meeting' })
      .error?.issues.map(({ path }) => path);
  assert.deepEqual(parse('dataset'), [['event']]);
  assert.equal(parse('poster'), undefined);
});

test('a site without outputs has no page of them', () => {
  const { pages, lists, frame } = build({});
  const addresses = [...pages, ...lists, ...frame.navigation.links].map(({ address }) => address);
  assert.ok(addresses.every((address) => !address.startsWith('/outputs/')));
  const { lists: some } = build({ a: { type: 'talk' }, b: { type: 'dataset' } });
  const parts = some.find(({ kind }) => kind === 'output')?.parts.map(({ title }) => title);
  assert.deepEqual(parts, ['Datasets', 'Talks']);
});
