import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../../src/cli/fix.ts';
import { checkBody } from '../../../../src/loaders/body/check.ts';

const check = (text: string) => checkBody('/', 'content/papers/one.mdx', text, {}, {}).faults;

/** Makes the corrections of a text until there are none, as the command does. */
function correct(text: string): string {
  const edits = check(text).flatMap((fault) => fault.edits ?? []);
  if (edits.length === 0) return text;
  return correct(applyEdits(new TextEncoder().encode(text), edits).text);
}

const raw = String.raw;

/** Texts with signs that are marks at the beginning of a line, and words in any other place. */
const literal = [
  'Es war am\n3.\u00a0Mai 2020.',
  '| • low | • high |\n| --- | --- |\n| #\u00a0of | 1.\u00a0a |',
  '## • A',
  '**A** • b, $c$• d',
  'Le $5$-\u00a0x, ein\u00a0+\u00a0zwei',
  '3\\.\u00a0Mai\n\n\\+\u00a049\n\n\\*\u00a0p < 0.05\n\n\\#\u00a0of',
  'It grew by **50**%\nand more.',
  '**50**%\r\nand $3$%',
  '- `50`%\n- b',
  '> **50**% of all',
  'It is *50*%.',
  '| Model | % |\n| --- | --- |\n| **a** | %b |\n| `a`% | $b$% |',
  '## % of all',
  'In **a**##tag and $b$!pip.',
];

for (const text of literal)
  test(`a sign that begins no line is a word: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(check(text), []));

/** Texts, and what their corrections make of them. */
const corrected: [text: string, right: string][] = [
  ['1.\u00a0One\n2.\u00a0Two', '1.\u00a0One\n2.\u00a0Two'],
  ['100\n%', '100\n%'],
  ['One\n\n%\ntwo', 'One\n\n\ntwo'],
  ['3.\u00a0Mai 2020 war es kalt.', '3.\u00a0Mai 2020 war es kalt.'],
  ['+\u00a049 30 1234', '+\u00a049 30 1234'],
  ['*\u00a0p < 0.05', '*\u00a0p < 0.05'],
  ['> #\u00a0of items', '> #\u00a0of items'],
  ['- ##\u00a0A', '- ## A'],
  ['- • a\n- ◦ b', '- a\n- b'],
  ['> • a\n> • b', '> - a\n> - b'],
  ['- a\n  • b', '- a\n  - b'],
  ['1.  • a', '1.  a'],
  ['[[cite:a,b]], [[cite:&a;&b]], [[citep:a; b;]]', '[@a; @b], [@a; @b], [@a; @b]'],
  ['[[cite:&a p. 3;&b]] [[cite:@a, p. 3]]', '[[cite:&a p. 3;&b]] [[cite:@a, p. 3]]'],
  ['[[cite:a][p. 3]] [[@a|One]]', '[[cite:a][p. 3]] [[@a|One]]'],
  ['`[[https://a.org]]` [[https://a.org][a]]', '`[[https://a.org]]` [a](https://a.org)'],
  ['> A\n> \\index{x}\n> b', '> A\n> \\index{x}\n> b'],
  ['> A\r\n> \\index{x}\r\n> b', '> A\r\n> \\index{x}\r\n> b'],
  ['> - A\n>   \\index{x}\n>   b', '> - A\n>   \\index{x}\n>   b'],
  ['> \\index{x}\n> b', '> \n> b'],
  ['One\n%\ntwo', 'One\n%\ntwo'],
  [raw`x\index{a}%` + '\ny', 'x\ny'],
  ['\\noindent%\nOne', '\nOne'],
  ['- %\n- b', '- %\n- b'],
  ['> %\n> b', '> \n> b'],
  // The remark would become words.
  [raw`a \index{b}% c`, raw`a \index{b}% c`],
];

for (const [text, right] of corrected)
  test(`the correction of ${JSON.stringify(text)} keeps its words`, () => {
    assert.notDeepEqual(check(text), []);
    assert.equal(correct(text), right);
  });

test('words in braces are a role before code alone', () => {
  const listRules = (text: string) => check(text).map(({ rule }) => rule);
  for (const text of ['The set {any}', '- See {file}', '*The* interval {a:b}'])
    assert.deepEqual(listRules(text), ['code-in-content'], text);
  assert.deepEqual(listRules('{any}`x`, **a** {py:func}`y` and :ref:`z`'), [
    'stray-markup',
    'stray-markup',
    'stray-markup',
  ]);
  assert.deepEqual(
    check('The set {any}').map(({ nearest }) => nearest),
    [raw`\{any\}`],
  );
});

test('each mark of a list, or of a wiki beside another one, is told once', () => {
  for (const text of ['1.\u00a0One\n2.\u00a0Two', '[[cite:a,b]][[cite:c]]'])
    assert.equal(check(text).length, 2, text);
});
