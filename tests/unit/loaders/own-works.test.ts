import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { checkContent } from '../../../src/cli/check.ts';
import type { Output } from '../../../src/kinds/output/schema.ts';
import type { Paper } from '../../../src/kinds/paper/schema.ts';
import { loadReferences } from '../../../src/loaders/bibliography-file.ts';
import { loadContent } from '../../../src/loaders/content.ts';
import { loadEntryData } from '../../../src/loaders/entry-data.ts';
import { entryFiles } from '../../../src/loaders/entry-files.ts';
import { loadNamedEntry } from '../../../src/loaders/named-entry.ts';
import { listAllEntries } from '../../../src/loaders/own-entries.ts';
import { formatFields, writeContent, writeEntry } from '../../support/sites/files.ts';
import { writeOwnWorksSite } from '../../support/sites/own-works.ts';

const scratch = mkdtempSync(join(tmpdir(), 'own-works-'));
after(() => rmSync(scratch, { recursive: true }));
const root = join(scratch, 'forty');
writeOwnWorksSite(root);

function load(slug: string, folder?: string): Paper;
function load(slug: string, folder: string, kind: 'outputs'): Output;
function load(slug: string, folder = root, kind = 'papers'): object {
  return loadEntryData(folder, `content/${kind}/${slug}.mdx`).data;
}

/** A site with this own.bib. */
function writeSite(name: string, bib: string): string {
  const folder = join(scratch, name);
  const navigation = [{ label: 'Papers', page: '/papers/' }];
  writeContent(
    folder,
    'site.yaml',
    formatFields({ title: 'T', eyebrow: 'E', intro: 'I.', language: 'en', navigation }),
  );
  writeContent(folder, 'own.bib', bib);
  return folder;
}

const moon =
  '@article{moon, title = {Moon}, author = {Lovelace, A.}, journal = {J}, year = {2020}}\n';

test('a manuscript that nobody can read yet is not public since its year', () => {
  const write = (name: string, more: string) =>
    load(
      'moon',
      writeSite(name, `@unpublished{moon, title = {M}, author = {A}, year = {2026}${more}}`),
    );
  assert.equal(write('draft', '').date, undefined);
  assert.equal(write('submitted', ', month = may, note = {Submitted to J}').date, undefined);
  assert.equal(write('shown', ', month = may, url = {https://example.org/moon}').date, '2026-05');
});

test('each work is an entry, with or without a file, and each whole of which others are a part is none', () => {
  const [papers, outputs] = ['papers', 'outputs'].map((folder) =>
    listAllEntries(root).filter((file) => file.startsWith(`content/${folder}/`)),
  ) as [string[], string[]];
  assert.equal(papers.length, 38);
  assert.deepEqual(outputs, [
    'content/outputs/lovelace2024data.mdx',
    'content/outputs/lovelace2024software.mdx',
    'content/outputs/lovelace2025keynote.mdx',
  ]);
  assert.ok(papers.includes('content/papers/lovelace-2024-bernoulli.mdx'));
  assert.ok(!papers.includes('content/papers/looms2025.mdx'));
});

test('a work is of its type, has its status and its venue', () => {
  const read = (slug: string) => {
    const { type, status, venue, date } = load(slug);
    return [type, status, venue?.name, venue?.kind, venue?.year, date];
  };
  const tmlr = 'Transactions on Machine Learning Research';
  const neurips = 'Advances in Neural Information Processing Systems';
  const workshop = 'ICML Workshop on Looms';
  const rows: [string, ...unknown[]][] = [
    ['lovelace-2024-bernoulli', 'paper', 'published', tmlr, 'journal', 2024, '2024-03'],
    ['lovelace2023notes', 'paper', 'published', neurips, 'conference', 2023, undefined],
    ['lovelace2022preprint', 'paper', 'preprint', 'arXiv', 'preprint-server', 2022, undefined],
    ['lovelace2025workshop', 'paper', 'published', workshop, 'workshop', 2025, undefined],
    ['lovelace2026draft', 'paper', 'draft', undefined, undefined, undefined, undefined],
    [
      'lovelace2026submitted',
      'paper',
      'submitted',
      'Journal of Engines',
      'journal',
      2026,
      undefined,
    ],
    [
      'lovelace2026press',
      'paper',
      'accepted',
      'Annales des machines',
      'journal',
      undefined,
      undefined,
    ],
  ];
  for (const [slug, ...row] of rows) assert.deepEqual(read(slug), row, slug);
  const kinds: Record<string, string> = {
    lovelace2019thesis: 'phd-thesis',
    lovelace2016masters: 'masters-thesis',
    lovelace2020book: 'book',
    lovelace2021handbook: 'book',
    lovelace2021chapter: 'chapter',
    lovelace2018patent: 'patent',
    lovelace2017report: 'report',
    lovelace2015talk: 'paper',
  };
  for (const [slug, type] of Object.entries(kinds)) assert.equal(load(slug).type, type, slug);
  assert.equal(load('lovelace2018patent').venue?.name, 'U.S. Patent 7,654,321');
  assert.equal(load('lovelace2026press').language, 'fr');
});

test('software, data, talks and posters are outputs', () => {
  const rows: [string, Partial<Output>][] = [
    [
      'lovelace2024data',
      {
        type: 'dataset',
        doi: '10.5281/zenodo.123456',
        license: 'CC-BY-4.0',
        versions: [{ version: '2.1', date: '2024' }],
        papers: ['lovelace-2024-bernoulli'],
        links: [],
      },
    ],
    [
      'lovelace2024software',
      { type: 'software', repository: 'https://github.com/ada/engine', date: '2024', links: [] },
    ],
    [
      'lovelace2025keynote',
      { type: 'talk', event: 'Congress of Looms', place: 'Lyon', date: '2025-06-03' },
    ],
  ];
  for (const [slug, row] of rows) assert.partialDeepStrictEqual(load(slug, root, 'outputs'), row);
  const { work } = load('lovelace2024data', root, 'outputs');
  assert.doesNotMatch(work?.source ?? '', /papers/);
  const types: [string, string | undefined][] = [
    ['@misc{m, type = {Data set}', 'dataset'],
    ['@misc{m, type = {Software}', 'software'],
    ['@software{m, type = {Language model}', 'model'],
    ['@unpublished{m, type = {Poster}', 'poster'],
    ['@misc{m, howpublished = {A poster shop}', undefined],
    ['@misc{m, type = {Talk given at ICML}', 'talk'],
    ['@misc{m, type = {Talk with slides}', 'talk'],
    ['@misc{m, type = {Poster no. 12}', 'poster'],
    ['@misc{m, type = {Lecture notes}', undefined],
  ];
  for (const [index, [head, type]] of types.entries()) {
    const site = writeSite(`type-${index}`, `${head}, title = {M}, author = {A}, year = {2026}}`);
    const files = listAllEntries(site);
    assert.deepEqual(files, [`content/${type === undefined ? 'papers' : 'outputs'}/m.mdx`], head);
    if (type !== undefined) assert.equal(load('m', site, 'outputs').type, type, head);
  }
});

test('the code and the event of an output are read without the marks of TeX', () => {
  const read = (name: string, more: string) =>
    load(
      'm',
      writeSite(name, `@misc{m, title = {M}, author = {A}, year = {2026}, ${more}}`),
      'outputs',
    );
  for (const [index, written] of [
    'https://example.org/~ada/a_tool',
    String.raw`\url{https://example.org/~ada/a_tool}`,
    String.raw`https://example.org/\~{}ada/a\_tool`,
  ].entries()) {
    const { repository, links } = read(
      `code-${index}`,
      `type = {Software}, repository = {${written}}, url = {https://example.org/~ada/a_tool}`,
    );
    assert.equal(repository, 'https://example.org/~ada/a_tool', written);
    assert.deepEqual(links, []);
  }
  const talk = read(
    'event',
    String.raw`type = {Talk}, howpublished = {Congress, \url{https://example.org/c}}`,
  );
  assert.equal(talk.event, 'Congress');
});

test('the file of an output adds what its work lacks, and is cited by the newest version', async () => {
  const work =
    '@software{moon, title = {Moon}, author = {Lovelace, A.}, version = {1}, year = {2020}}';
  const folder = writeSite('output', work);
  const read = async (fields: Record<string, unknown>) => {
    writeEntry(folder, 'outputs/moon', fields, 'A text.\n');
    const { faults } = await loadContent(folder);
    return faults.map(({ rule, line }) => [rule, line]);
  };
  assert.deepEqual(await read({ license: 'MIT', repository: 'ada/moon' }), []);
  assert.deepEqual(await read({ type: 'dataset' }), [['stated-twice', 2]]);
  assert.deepEqual(await read({ versions: [{ version: '2', date: '2021' }] }), []);
  assert.equal(load('moon', folder, 'outputs').versions[0]?.version, '2');
});

test('words about where a work stands count at their beginning, and before it has appeared', () => {
  const work = (fields: string) =>
    `@inproceedings{w, title = {W}, author = {A. B}, year = {2024}, ${fields}}\n`;
  const cases: [string, string][] = [
    ['booktitle = {C}, note = {To appear}', 'accepted'],
    ['booktitle = {C}, note = {Accepted (20\\%)}, pages = {1--2}', 'published'],
    ['booktitle = {Late Work in Progress at CHI}, note = {Oral, accepted by all}', 'published'],
    ['booktitle = {C}, note = {Oral; 20\\% of those submitted}', 'published'],
    ['booktitle = {C}, pubstate = {retracted}', 'retracted'],
  ];
  for (const [index, [fields, status]] of cases.entries())
    assert.equal(load('w', writeSite(`standing-${index}`, work(fields))).status, status, fields);
});

test('names have their parts, and “others” are nobody', () => {
  const { authors, work } = load('lovelace2023notes');
  assert.deepEqual(authors, [
    { given: 'Ada', family: 'Lovelace' },
    { given: 'Luigi Federico', family: 'Menabrea' },
  ]);
  assert.equal(work?.andOthers, true);
  assert.deepEqual(load('lovelace-2024-bernoulli').authors.at(-1), {
    literal: 'The Analytical Society',
  });
});

test('the words of an abstract are no citations, and private fields stay private', () => {
  const { abstract = '', tags, work } = load('lovelace2023notes');
  assert.match(abstract, /\\\[\\@nobody\\\] by e-mail to ada\\@example\.org/);
  assert.deepEqual(tags, []);
  assert.doesNotMatch(work?.source ?? '', /abstract|\/home/);
});

test('a file adds to its work: what it lacks, links and tags', () => {
  const paper = load('lovelace-2024-bernoulli');
  assert.deepEqual(
    paper.links.map(({ label }) => label),
    ['Slides', 'PDF', 'Code', 'DOI'],
  );
  assert.deepEqual(paper.tags, ['Analysis', 'Number Theory', 'Engines']);
  assert.deepEqual(paper.threads, ['engines']);
  assert.equal(paper.selected, true);
  assert.match(paper.work?.source ?? '', /^@string\{tmlr = [^]*@article\{Lovelace:2024-Bernoulli,/);
  assert.doesNotMatch(paper.work?.source ?? '', /selected|keywords|code/);
});

test('a work names its threads, with or without a file', async () => {
  const folder = writeSite('threads', moon.replace('year', 'threads = {engines, tides}, year'));
  assert.deepEqual(load('moon', folder).threads, ['engines', 'tides']);
  assert.doesNotMatch(load('moon', folder).work?.source ?? '', /threads/);
  const fields = {
    title: 'T',
    started: '2020',
    status: 'active',
    accent: 'violet',
    question: 'Q?',
  };
  writeEntry(folder, 'threads/tides', fields);
  const read = async () => {
    const { faults } = await checkContent(folder);
    return faults.map(({ rule, file, line }) => [rule, file, line]);
  };
  const unknown = [['unknown-entry', 'content/own.bib', 1]];
  assert.deepEqual(await read(), unknown);
  writeEntry(folder, 'threads/moons', fields);
  writeEntry(folder, 'papers/moon', { threads: ['moons'] });
  assert.deepEqual(load('moon', folder).threads, ['moons', 'engines', 'tides']);
  assert.deepEqual(await read(), unknown);
});

test('a work can be cited by its key, and named by its address', () => {
  assert.equal(loadReferences(root).get('lovelace2020book')?.title, 'Poetical Science');
  assert.equal(loadNamedEntry(root, 'lovelace2020book')?.kind, 'paper');
});

test('what is wrong in a work is told with its place', async () => {
  const folder = writeSite(
    'wrong',
    `${moon}@article{tide,\n  title = {Tide},\n  author = {Lovelace, A.},\n  journal = {J},\n  year = {2020},\n  date = {2020-02-31}\n}\n`,
  );
  const { faults } = await loadContent(folder);
  assert.deepEqual(
    faults.map(({ rule, file, line }) => [rule, file, line]),
    [['bad-date', 'content/own.bib', 7]],
  );
});

test('a field that the work states too must agree, and may say more', async () => {
  const folder = writeSite('twin', moon);
  const read = async (fields: Record<string, unknown>) => {
    writeEntry(folder, 'papers/moon', fields);
    const { faults } = await loadContent(folder);
    return faults.map(({ rule, line, isHarmless = false }) => [rule, line, isHarmless]);
  };
  assert.deepEqual(await read({ tags: ['Moons'] }), []);
  assert.deepEqual(await read({ title: 'Moons' }), [['stated-twice', 2, false]]);
  assert.deepEqual(await read({ title: 'Moon' }), [['stated-twice', 2, true]]);
  assert.deepEqual(await read({ authors: ['A. Lovelace'] }), [['stated-twice', 2, true]]);
  const author = { given: 'A.', family: 'Lovelace', affiliation: 'London' };
  assert.deepEqual(await read({ authors: [author] }), []);
  assert.deepEqual(await read({ authors: ['Ada Lovelace'] }), [['stated-twice', 2, false]]);
  assert.deepEqual(await read({ venue: { name: 'J', acronym: 'JJ', year: 2020 } }), []);
  assert.deepEqual(await read({ status: 'retracted', date: '2019-11' }), []);
});

test('a change of own.bib is read again while the site is served', async () => {
  const folder = writeSite('served', moon);
  const ids = new Set<string>();
  const listeners: ((path: string) => void)[] = [];
  const context = {
    config: { root: pathToFileURL(`${folder}/`) },
    store: { clear: () => ids.clear(), set: ({ id }: { id: string }) => ids.add(id) },
    watcher: {
      add: () => undefined,
      on: (_: string, listener: (path: string) => void) => listeners.push(listener),
    },
    logger: { warn: (message: string) => assert.ok(false, message) },
  };
  await entryFiles('paper').load(context as unknown as LoaderContext);
  assert.deepEqual([...ids], ['moon']);
  const file = join(folder, 'content/own.bib');
  writeFileSync(file, moon.replace('{moon', '{sun'));
  for (const listener of listeners) listener(file);
  await Promise.resolve();
  assert.deepEqual([...ids], ['sun']);
});
