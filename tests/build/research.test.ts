import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { research, type Research } from '../../src/metadata/research/schema.ts';
import { exampleBuild, portfolioBuild, rootBuild, type Build } from '../support/builds.ts';
import {
  documents,
  exampleDocuments,
  portfolioDocuments,
  type Document,
} from '../support/document.ts';
import { listSchemaFaults } from '../../src/verify/json-schema.ts';

const readJson = ({ folder }: Build, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));
const readSchema = (build: Build) => readJson(build, 'research.schema.json') as { $id?: string };
const origin = 'https://example.org';

const sites: [name: string, build: Build, pages: readonly Document[]][] = [
  ['the site', rootBuild, documents],
  ['the site in a folder', portfolioBuild, portfolioDocuments],
  ['the example', exampleBuild, exampleDocuments],
];

for (const [name, build, pages] of sites) {
  const data = readJson(build, 'research.json');
  const { site, threads, papers, tags, references, relations, $schema } = research.parse(data);
  const entries = [...threads, ...papers];

  /** Whether an address is that of a page of the build, and of an element of it where it has a fragment. */
  const isThere = (address: string): boolean => {
    const { pathname, hash } = new URL(address, origin);
    const path = `/${decodeURI(pathname).slice(build.base.length)}`;
    const page = pages.find((one) => one.path === path);
    if (page === undefined) return false;
    return hash === '' || page.html.includes(` id="${decodeURIComponent(hash.slice(1))}"`);
  };

  test(`the data of ${name} conforms to the schema beside it`, () => {
    assert.deepEqual(listSchemaFaults(readSchema(build), data), []);
    const { pathname } = new URL($schema, origin);
    assert.equal(pathname, `${build.base}research.schema.json`);
    const hasAddress = build !== rootBuild;
    assert.equal(readSchema(build).$id, hasAddress ? $schema : undefined);
  });

  test(`every address of ${name} in the data leads somewhere`, () => {
    const places = relations.flatMap((one) => (one.kind === 'cites' ? one.places : []));
    const sections = entries.flatMap((entry) => entry.sections.map(({ address }) => address));
    const own = [site, ...entries, ...tags].map(({ page }) => page);
    assert.ok(places.length > 0 && sections.length > 0);
    assert.deepEqual(
      [...own, ...sections, ...places].filter((address) => !isThere(address)),
      [],
    );
  });

  test(`every relation of ${name} is between what there is, and each is there once`, () => {
    const ids: Record<string, string[]> = {
      'part-of': threads.map(({ id }) => id),
      related: entries.map(({ id }) => id),
      tagged: tags.map(({ id }) => id),
      cites: references.map(({ id }) => id),
    };
    for (const list of Object.values(ids)) assert.equal(new Set(list).size, list.length);
    for (const { kind, from, to } of relations) {
      assert.ok(
        entries.some(({ id }) => id === from),
        from,
      );
      assert.ok(ids[kind]?.includes(to), `${kind} ${to}`);
    }
    const told = relations.map(({ kind, from, to }) => [kind, from, to].join(' '));
    assert.equal(new Set(told).size, told.length);
    const used = new Set(relations.map(({ to }) => to));
    assert.deepEqual(
      [...tags, ...references].filter(({ id }) => !used.has(id)),
      [],
    );
  });

  test(`the numbers and places of citations in the data of ${name} are those of its pages`, () => {
    for (const { id, page } of entries) {
      const path = `/${new URL(page, origin).pathname.slice(build.base.length)}`;
      const document = pages.find((one) => one.path === path);
      const listed = document?.root
        .querySelectorAll('li[id]')
        .flatMap((item) => /^ref-(.*)/.exec(item.id ?? '')?.[1] ?? []);
      const cited = relations
        .filter((one) => one.kind === 'cites' && one.from === id)
        .map(({ to }) => to);
      assert.deepEqual(cited, listed, path);
    }
  });
}

const example = research.parse(readJson(exampleBuild, 'research.json'));
const schema = readSchema(exampleBuild);

test('the data says what the author set, and where each entry stands', () => {
  assert.equal(example.site.license, 'CC-BY-4.0');
  assert.equal(example.site.author, 'Ada Example');
  assert.deepEqual(
    example.papers.map(({ id, status }) => `${id} ${status}`),
    [
      'published-paper published',
      'withdrawn-paper withdrawn',
      'retracted-paper retracted',
      'draft-paper draft',
    ],
  );
});

test('the data says who sees what where an entry says it, and nothing where it does not', () => {
  const [published, ...others] = example.papers;
  assert.deepEqual(published?.pipeline?.parties, [
    'Voter',
    'Registrar',
    'Bulletin board',
    'Anyone who counts',
  ]);
  assert.deepEqual(published.pipeline.stages[1]?.items[0], {
    name: 'Ballot — with the signature on it',
    seenBy: ['Voter', 'Bulletin board', 'Anyone who counts'],
    hiddenFrom: [],
    basis: 'Section 3 of nothing',
  });
  assert.ok(others.every((paper) => !('pipeline' in paper)));
});

/** Slips that the schema is relied on to find. */
const slips: [what: string, change: (data: Research) => object][] = [
  ['a property that it does not know', (data) => ({ ...data, title: 'A' })],
  ['a part that is not there', (data) => ({ ...data, relations: undefined })],
  ['an empty title', (data) => ({ ...data, site: { ...data.site, title: '' } })],
  [
    'a relation of no kind',
    (data) => ({ ...data, relations: [{ kind: 'a', from: 'a', to: 'b' }] }),
  ],
  ['a work without a title', (data) => ({ ...data, references: [{ id: 'a', type: 'book' }] })],
  ['an address that is none', (data) => ({ ...data, $schema: 'https://[' })],
];

for (const [what, change] of slips)
  test(`the schema of the data finds ${what}`, () => {
    assert.ok(listSchemaFaults(schema, change(example)).length > 0);
  });
