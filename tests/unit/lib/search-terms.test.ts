import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listWords, toTerm } from '../../../src/lib/search-terms.ts';

/** Groups of words that find one another. */
const alike = [
  ['Gödel', 'GÖDEL', 'Go\u0308del', 'godel'],
  ['São', 'sao'],
  ['Ørsted', 'orsted'],
  ['Strauß', 'STRAUSS'],
  ['Łukasiewicz', 'lukasiewicz'],
  ['η', 'Η', 'eta'],
  ['Δ', 'delta'],
  ['ς', 'sigma'],
  ['optimizers', 'optimizer'],
  ['losses', 'loss'],
  ['queries', 'query'],
  ['ﬁlter', 'filter'],
];

for (const [first = '', ...others] of alike)
  test(`${others.join(', ')} stands for ${first}`, () => {
    for (const other of others) assert.equal(toTerm(other), toTerm(first));
  });

test('words that are no plurals keep their end, and others stay apart', () => {
  for (const word of ['analysis', 'corpus', 'loss', 'gas']) assert.equal(toTerm(word), word);
  assert.notEqual(toTerm('C++'), toTerm('C'));
  assert.notEqual(toTerm('λόγος'), toTerm('lambda'));
});

test('words are letters and digits of every script, and the signs of languages', () => {
  assert.deepEqual(listWords('NDCG@10, C++/C# — state-space, E_Q(q): Данные.'), [
    'NDCG',
    '10',
    'C++',
    'C#',
    'state',
    'space',
    'E',
    'Q',
    'q',
    'Данные',
  ]);
  assert.deepEqual(listWords(' — '), []);
});
