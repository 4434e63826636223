import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSplitNames } from '../../../src/loaders/split-names.ts';
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
