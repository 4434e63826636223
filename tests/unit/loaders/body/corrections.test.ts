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
