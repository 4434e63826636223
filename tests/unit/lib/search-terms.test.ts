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
  ['caches', 'cache'],
  ['boxes', 'box'],
  ['batches', 'batch'],
  ['databases', 'database'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['GPUs', 'GPU', 'gpu'],
  ['LLMs', 'LLM'],
  ['ﬁlter', 'filter'],
];

for (const [first = '', ...others] of alike)
  test(`${others.join(', ')} stands for ${first}`, () => {
    for (const other of others) assert.equal(toTerm(other), toTerm(first));
  });

test('words that are no plurals keep their end, and others stay apart', () => {
  for (const word of ['analysis', 'axis', 'basis', 'class', 'corpus', 'loss', 'gas', 'plus'])
    assert.equal(toTerm(word), word);
  // Words that are cut like plurals are found all the same, and match no other word.
  const cut = [
    'bias',
    'series',
    'axe',
    'axis',
    'ax',
    'analysis',
    'analyst',
    'basis',
    'base',
    'cash',
  ];
  assert.equal(new Set(cut.map(toTerm)).size, cut.length);
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
