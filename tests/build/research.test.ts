import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { research, type Research } from '../../src/metadata/research/schema.ts';
import { exampleBuild } from '../support/builds.ts';
import { listSchemaFaults } from '../../src/verify/json-schema.ts';

const readJson = (file: string): unknown =>
  JSON.parse(readFileSync(join(exampleBuild.folder, file), 'utf8'));

const example = research.parse(readJson('research.json'));
const schema = readJson('research.schema.json') as object;

test('the example has something of everything that is checked', () => {
  const { relations, threads } = example;
  for (const kind of ['part-of', 'tagged', 'cites'])
    assert.ok(
      relations.some((relation) => relation.kind === kind),
      kind,
    );
  assert.ok(relations.some((relation) => relation.kind === 'cites' && relation.places.length > 0));
  assert.ok(threads.some(({ sections }) => sections.length > 0));
});

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

/** Mistakes that the schema must find. */
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
