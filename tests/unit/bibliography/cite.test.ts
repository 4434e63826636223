import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCitations } from '../../../src/bibliography/cite.ts';

/** The pieces without the text around them, as `[a §3.2|b]` for a group and `a` for a named work. */
const cited = (prose: string) =>
  parseCitations(prose).flatMap((piece) => {
    if (piece.kind === 'text') return [];
    if (piece.kind === 'named') return [piece.key];
    return [
      `[${piece.citations.map(({ prefix, key, locator }) => [prefix, key, locator].filter(Boolean).join(' ')).join('|')}]`,
    ];
  });

const cases: [prose: string, expected: string[]][] = [
  ['as shown [@vonoswald2023].', ['[vonoswald2023]']],
  ['[@a; @b] and [@c;@d]', ['[a|b]', '[c|d]']],
  ['[@a, §3.2; @b, p. 7, note 2]', ['[a §3.2|b p. 7, note 2]']],
  ['@vonoswald2023 show it, and so does @garg2022.', ['vonoswald2023', 'garg2022']],
  ['(see @a), “@b”, @c: @d; @e’s proof', ['a', 'b', 'c', 'd', 'e']],
  ['@doi:10.1000/x.y-z.', ['doi:10.1000/x.y-z']],
  ['@müller2020', ['müller2020']],
  ['见@fig-line和@fig-水位。@李明2020', ['fig-line', 'fig-水位', '李明2020']],
  ['@fig-line과 ดู@garg2022และ', ['fig-line', 'garg2022']],
  ['و@fig-line ב@garg2022', ['fig-line', 'garg2022']],
  ['见@fig-水位，和@{vaswani}，@李明2020的', ['fig-水位', 'vaswani', '李明2020']],
  ['见@vaswani2017attention的，@doe2020a和2021年的', ['vaswani2017attention', 'doe2020a']],
  ['@fig-cafe\u0301和 @zhang张2020 @zhang和', ['fig-caf\u00e9', 'zhang张2020', 'zhang和']],
  ['模型的召回率@k很高，准确率@K和精度@IoU50，ℓ@k', []],
  ['用户@example.org 用户@host2020.org नाम@example.org სახელი@x', []],
  ['ada@example.org, имя@example.org', []],
  [
    'As @2020ApJ...890...12D. And [@2020A&A...633A...1D, p. 3]',
    ['2020ApJ...890...12D', '[2020A&A...633A...1D p. 3]'],
  ],
  ['@2020ApJ…890…12D', ['2020ApJ...890...12D']],
  [
    "[@O'Neil:2020; @O’Neil:2021; @doe(2020); @_x; @10.1000/a]",
    ["[O'Neil:2020|O'Neil:2021|doe(2020)|_x|10.1000/a]"],
  ],
  [
    '[@mu\u0308ller2020, p. 3] and @mu\u0308ller2020.',
    ['[m\u00fcller2020 p. 3]', 'm\u00fcller2020'],
  ],
  ['[@हिन्दी2020] and @हिन्दी', ['[हिन्दी2020]', 'हिन्दी']],
  ['[see @{a}; @{b}, p. 3]', ['[see a|b p. 3]']],
  ["@{O'Neil:2020} and @{doe(2020)}", ["O'Neil:2020", 'doe(2020)']],
  ['Recall @5k and @10, @1920x1080, @3200MHz, @1990s', []],
  ['@smith2020–that', ['smith2020']],
  ['NDCG@10, ada@example.org and a bare @ sign', []],
  ['\\@home, @@twice', []],
  ['[@]', []],
  ['[see @a]', ['[see a]']],
  ['[see @a, §2; but also @b pp. 3–4]', ['[see a §2|but also b pp. 3–4]']],
  ['[e.g., @a]', ['[e.g., a]']],
  ['[-@a] and [see -@b]', ['[a]', '[see b]']],
  ['[see @fig-loss], [see @eq-loss; @a]', ['fig-loss', 'eq-loss', 'a']],
  ['[ada@example.org @ home]', []],
  ['[see \\@a]', []],
  ['[@a', ['a']],
];

for (const [prose, expected] of cases)
  test(prose, () => {
    assert.deepEqual(cited(prose), expected);
    assert.equal(
      parseCitations(prose)
        .map(({ text }) => text)
        .join(''),
      prose,
    );
  });

test('a piece says where it stands', () => {
  const [, piece] = parseCitations('1234 [@a]');
  assert.ok(piece?.kind === 'group');
  assert.equal(piece.at, 5);
});
