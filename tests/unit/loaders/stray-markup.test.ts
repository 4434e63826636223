import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findStrayInField,
  findStrayInMarkedField,
  findStrayInProse,
} from '../../../src/loaders/stray-markup.ts';

const find = (text: string) => findStrayInField(text).map(({ words }) => words);

test('a field takes tokens and comparisons in angle brackets', () => {
  for (const text of [
    'What <unk> Knows, and </think>',
    'Tokens <pad> and <|endoftext|>',
    'If a<b and c>d, or x<y>z',
    'Is p<0.05 enough for n>30?',
    'vector<int> in C++',
  ])
    assert.deepEqual(find(text), [], text);
});

test('a field takes no tags', () => {
  const tags = [
    '<b>',
    '</b>',
    '<BR/>',
    '<sub>2</sub>',
    '<img src="a.png">',
    '<h1 >',
    '<Figure id="f" />',
  ];
  for (const tag of tags) assert.deepEqual(find(`A ${tag} here`), [tag], tag);
});

test('a command of LaTeX in a field of prose is answered with the words to write', () => {
  const advise = (text: string) =>
    findStrayInMarkedField(text, text).map(({ words, nearest }) => [words, nearest]);
  assert.deepEqual(advise('A {\\bf bold} and {\\em slanted\\/} word'), [
    ['{\\bf bold}', '**bold**'],
    ['{\\em slanted\\/}', '*slanted*'],
  ]);
  assert.deepEqual(advise('As \\citep[see][p. 2]{doe2020} say, \\emph{this} is \\textbf{so}.'), [
    ['\\citep[see][p. 2]{doe2020}', 'see [@doe2020, p. 2]'],
    ['\\emph{this}', '*this*'],
    ['\\textbf{so}', '**so**'],
  ]);
  assert.deepEqual(
    advise("``So'' at \\href{https://a.org}{A}, x\\textsuperscript{2}, \\ref{fig:a}"),
    [
      ['\\href{https://a.org}{A}', '[A](https://a.org)'],
      ['\\textsuperscript{2}', '<sup>2</sup>'],
      ['\\ref{fig:a}', undefined],
      ["``So''", '“So”'],
    ],
  );
  assert.deepEqual(advise('In \\alpha and C:\\cite\\x'), [['\\alpha', undefined]]);
});

test('a letter of LaTeX in a plain field is answered with the letter', () => {
  const advise = (text: string) =>
    findStrayInField(text).map(({ words, nearest }) => [words, nearest]);
  assert.deepEqual(advise('{\\O}rsted, \\O rsted, M\\"oller, \\alpha'), [
    ['{\\O}', 'Ø'],
    ['\\O ', 'Ø'],
    ['\\"o', 'ö'],
    ['\\alpha', undefined],
  ]);
  assert.deepEqual(advise(String.raw`It\'s \"only\" in C:\o\aa`), []);
});

test('a class for the look of a page is removed, and one for a remark becomes one', () => {
  const listFixes = (mark: string) => findStrayInProse(mark, mark).map(({ fix }) => fix);
  assert.deepEqual(listFixes('::: {.wide-column}'), [
    'Remove both marks. The site lays out the page.',
  ]);
  for (const mark of ['::: {.callout-tip}', ':::{tip}', ':::tip'])
    assert.match(listFixes(mark).join(), /^Write <Aside title="Tip"> and <\/Aside>/, mark);
});

test('the marks of a directive are answered by what to write in their place', () => {
  const listFixes = (mark: string) => findStrayInProse(mark, mark).map(({ fix }) => fix);
  assert.match(listFixes('::: {#thm:a .theorem}').join(), /^Write <Aside title="Theorem">/);
  assert.match(listFixes(':label: thm-best').join(), /^Remove it\. An id stands in the tag/);
  assert.match(listFixes('The {index}`word`').join(), /^Remove it, and write the words/);
  assert.match(listFixes('A :smile: b').join(), /^Write the sign in place/);
});
