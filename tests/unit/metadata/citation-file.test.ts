import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { formatCitationFile } from '../../../src/metadata/citation-file.ts';
import { citationFile } from '../../../src/verify/formats.ts';
import { output } from '../../../src/kinds/output/schema.ts';
import { buildGraph } from '../../../src/model/graph.ts';
import { buildSite } from '../../../src/model/site.ts';
import { buildPaper, buildSettings, buildThread, buildView } from '../model/specimen.ts';

const origin = 'https://ada.example';
const orcid = '0000-0002-1825-0097';
const venue = { acronym: 'C', year: 2026, name: 'Conference' };

/** The parsed file of a site by an author, validated against the format. */
function build(author: object, papers: ReturnType<typeof buildPaper>[] = [], isPlaced = true) {
  const address = isPlaced ? { address: `${origin}/portfolio/` } : {};
  const view = buildView({ author, ...address }, [buildThread('t')], papers);
  const text = formatCitationFile(view, isPlaced ? origin : undefined);
  return text === undefined ? undefined : citationFile.parse(parse(text));
}

const authors = ['Grace van der Example'];
const withLink = (address: string) =>
  buildPaper('p', { authors, links: [{ label: 'DOI', address }] });

test('a site is cited by its author, its title and its address', () => {
  const file = build({ name: 'Ada Example', orcid, email: 'ada@example.org' });
  const ada = {
    'family-names': 'Example',
    'given-names': 'Ada',
    orcid: `https://orcid.org/${orcid}`,
  };
  assert.deepEqual(file?.authors, [ada]);
  assert.deepEqual(file['preferred-citation'], {
    type: 'website',
    title: 'Research',
    authors: [ada],
    url: `${origin}/portfolio/`,
  });
  assert.equal(file.abstract, 'On — it');
});

test('there is no file without an author, and no address in it without one', () => {
  assert.equal(build({ orcid }), undefined);
  const file = build({ name: 'Ada' }, [], false);
  assert.ok(file);
  assert.equal(file.url, undefined);
  assert.equal(file['preferred-citation'].url, undefined);
});

test('threads and papers are works of their own, but for a paper that names no author', () => {
  const papers = [
    buildPaper('draft', { authors }),
    buildPaper('out', { authors, status: 'published', venue }),
    buildPaper('fallen', { authors, status: 'retracted', venue }),
    buildPaper('unsigned'),
  ];
  const works = build({ name: 'Ada' }, papers)?.references ?? [];
  assert.deepEqual(
    works.map(({ type, title, status, year }) => [type, title, status, year]),
    [
      ['generic', 't', undefined, 2026],
      ['unpublished', 'draft', 'in-preparation', undefined],
      ['conference-paper', 'Retracted: fallen', undefined, 2026],
      ['conference-paper', 'out', undefined, 2026],
    ],
  );
  assert.deepEqual(works[1]?.authors, [
    { 'family-names': 'Example', 'given-names': 'Grace', 'name-particle': 'van der' },
  ]);
});

test('a paper has the day of its release and its code, if these are stated', () => {
  const links = [{ label: 'Code', address: 'https://example.org/code' }];
  const [, whole] =
    build({ name: 'Ada' }, [buildPaper('p', { authors, date: '2026-04-09', links })])?.references ??
    [];
  assert.equal(whole?.['date-released'], '2026-04-09');
  assert.equal(whole['repository-code'], 'https://example.org/code');
  const [, part] =
    build({ name: 'Ada' }, [buildPaper('p', { authors, date: '2026-04' })])?.references ?? [];
  assert.equal(part?.['date-released'], undefined);
});

test('an output has the version, the day and the DOI of its newest version, its licence and its code', () => {
  const cite = (fields: object) => {
    const settings = { author: { name: 'Ada Example', github: 'ada' }, address: `${origin}/` };
    const data = output.parse({ title: 'Engine', type: 'software', ...fields });
    const entries = { output: [{ slug: 'engine', data }] };
    const graph = buildGraph({ site: buildSettings(settings), entries, references: [] });
    const text = formatCitationFile(buildSite(graph, '/', false), origin) ?? '';
    return citationFile.parse(parse(text)).references?.[0];
  };
  const versions = [
    { version: '2.1.0', date: '2026-02-11', doi: '10.5281/zenodo.2' },
    { version: '1.0.0', date: '2025-03-04', doi: '10.5281/zenodo.1' },
  ];
  assert.deepEqual(cite({ versions, license: 'MIT', repository: 'engine' }), {
    type: 'software',
    title: 'Engine',
    authors: [{ 'family-names': 'Example', 'given-names': 'Ada' }],
    year: 2026,
    doi: '10.5281/zenodo.2',
    url: `${origin}/outputs/engine/`,
    version: '2.1.0',
    license: 'MIT',
    'date-released': '2026-02-11',
    'repository-code': 'https://github.com/ada/engine',
  });
  assert.deepEqual(cite({ license: 'MIT OR Apache-2.0' })?.license, ['MIT', 'Apache-2.0']);
  assert.equal(cite({ license: 'LicenseRef-Own' })?.license, undefined);
  assert.equal(cite({ type: 'talk', date: '2026-02-11' })?.['date-released'], undefined);
});

test('a DOI is given where the format can write it', () => {
  const findDoi = (address: string) => build({ name: 'Ada' }, [withLink(address)])?.references?.[1];
  assert.equal(findDoi('https://doi.org/10.1000/182')?.doi, '10.1000/182');
  assert.equal(findDoi('https://doi.org/10.1000/1%3C2')?.doi, undefined);
});

test('a name in one piece is that of an organisation, and YAML keeps every sign', () => {
  const file = build({ name: 'Barnes and Noble, Inc.' }, [
    buildPaper('p', { authors, title: '"On": #1 - yes' }),
  ]);
  assert.deepEqual(file?.authors, [{ name: 'Barnes and Noble, Inc.' }]);
  assert.equal(file.references?.[1]?.title, '“On”: #1 - yes');
});

test('the format is held to what it asks', () => {
  const least = {
    'cff-version': '1.2.0',
    message: 'Cite.',
    type: 'dataset',
    title: 'T',
    abstract: 'A',
    authors: [{ name: 'Ada' }],
    'preferred-citation': { type: 'website', title: 'T', authors: [{ name: 'Ada' }] },
  };
  citationFile.parse(least);
  for (const change of [
    { type: 'website' },
    { authors: [] },
    { authors: [{ name: 'Ada', family: 'Example' }] },
    { license: 'MIT OR CC0' },
    { references: [] },
    { 'preferred-citation': { type: 'web', title: 'T', authors: [{ name: 'Ada' }] } },
  ])
    assert.equal(citationFile.safeParse({ ...least, ...change }).success, false);
});
