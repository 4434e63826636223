import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMarkup } from '../../../src/loaders/field-markup.ts';

const check = (text: string, canLink = true) =>
  checkMarkup(text, canLink, {}).map(({ rule, found }) => `${rule}: ${found}`);

for (const text of [
  '$\\rho$, *a*, **b**, `c`, ~~d~~, H<sub>*2*</sub>O, <i>E. coli</i>, &alpha;',
  'What <unk> Knows, and </think>, if a<b and c>d',
  'It costs $5 and $6, or US$ 7',
  'A* search in C:\\data\\raw, \\*so\\*',
  'A [link](https://example.org/), and https://example.org/ alone',
  'A [work](doi:10.1000/a), or [so](10.1000/a) or [so](arXiv:1906.01820)',
  'Local and~Global *Perception* for~Autonomous, Fig.~3, 10~20 and 30~40',
  'A [page](/papers/a/), and [a part](/papers/a/#b) of it',
])
  test(`${text} can be set`, () => assert.deepEqual(check(text), []));

for (const [text, ...found] of [
  ['A $\\foo$', 'bad-math: $\\foo$'],
  ['An $x_1 alone', 'stray-markup: $'],
  ['An \\alpha', 'stray-markup: \\alpha'],
  ['\\(x\\)', 'stray-markup: \\(x\\)'],
  ['**a **', 'stray-markup: **a **'],
  ['A `b', 'stray-markup: `'],
  ['H~2~O', 'stray-markup: ~2~'],
  ['It is ~gone~.', 'stray-markup: ~gone~'],
  ['The~water H~2~O', 'stray-markup: ~2~'],
  ['A <b>c', 'stray-markup: <b>'],
  ['<p>A</p>', 'stray-markup: <p>A</p>'],
  ['A [^1]', 'stray-markup: [^1]'],
  ['&foo;', 'stray-markup: &foo;'],
  ['![a](./b.png)', 'stray-markup: ![a](./b.png)'],
  ['See [*also* @a, p. 3]', 'stray-markup: [*also* @a, p. 3]'],
  ['See [@a, $x$]', 'stray-markup: [@a, $x$]'],
  ['[a](b)', 'bad-address: b'],
  ['[a](//b.c/)', 'bad-address: //b.c/'],
  ['[a](#b)', 'bad-address: #b'],
  ['[a](javascript:b)', 'bad-address: javascript:b'],
] as const)
  test(`${text} is a fault`, () => assert.deepEqual(check(text), found));

test('a title has no links of its own', () => {
  assert.deepEqual(check('[a](https://b.c/)', false), ['stray-markup: [a](https://b.c/)']);
  assert.deepEqual(check('See https://b.c/', false), []);
});
