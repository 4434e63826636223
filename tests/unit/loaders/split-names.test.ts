import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlacedNames, findSplitNames } from '../../../src/loaders/split-names.ts';
import { parseYaml } from '../../../src/loaders/yaml.ts';

const list = (authors: string) =>
  findSplitNames(parseYaml(`authors: ${authors}\n`, 'content/papers/a.mdx')).map(
    ({ nearest }) => nearest,
  );

test('a name that a comma made two is told, as one name in quotation marks', () => {
  assert.deepEqual(list('[M. Dupont-García, Okafor, Chidi]'), ['"Okafor, Chidi"']);
  assert.deepEqual(list('[Dupont, Marie, Okafor, Chidi, Ada Lovelace]'), [
    '"Dupont, Marie"',
    '"Okafor, Chidi"',
  ]);
});

test('authors of one word are left where the list has no other form, and in scripts without spaces', () => {
  assert.deepEqual(list('[OpenAI, DeepMind]'), []);
  assert.deepEqual(list('[Ada Lovelace, OpenAI, DeepMind]'), []);
  assert.deepEqual(list('[Ada Lovelace, 李世民, 王小明]'), []);
  assert.deepEqual(list('["Okafor, Chidi", Ada Lovelace]'), []);
  assert.deepEqual(list('[Ada Lovelace, Plato]'), []);
});

const placed = (authors: string) =>
  findPlacedNames(parseYaml(`authors: ${authors}\n`, 'content/papers/a.mdx')).map(
    ({ nearest }) => nearest,
  );

test('a place among the authors is told, as a word after a name or as an author', () => {
  assert.deepEqual(placed('["Jane Doe, Dresden", Ada Lovelace]'), [
    '{ name: Jane Doe, affiliation: Dresden }',
  ]);
  assert.deepEqual(placed('[Jane Doe, MIT, Richard Roe, Some University]'), [
    '{ name: Jane Doe, affiliation: MIT }',
    '{ name: Richard Roe, affiliation: Some University }',
  ]);
});

test('inverted names and groups are left', () => {
  assert.deepEqual(placed('["García Márquez, Ana", "Doe, Jane", Ada Lovelace]'), []);
  assert.deepEqual(placed('["García Márquez, Ana"]'), []);
  assert.deepEqual(placed('[Ada Lovelace, The ATLAS Collaboration]'), []);
  assert.deepEqual(placed('[Ada Lovelace, { literal: MIT }]'), []);
  assert.deepEqual(placed('[OpenAI, Ada Lovelace]'), []);
});
