import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameCitations, withholdWorks } from '../../../src/bibliography/own-works.ts';
import { parseEntries } from './specimen.ts';

const bib = `% Of mine:
@article{lovelace1843,
  title   = {Sketch of the Analytical Engine},
  author  = {Menabrea, L. F. and Lovelace, A. A.},
  journal = {Scientific Memoirs},
  year    = {1843},
  doi     = {10.1000/sketch$1},
}
@misc{garg2022, title = {T}, author = {Garg, Shivam}, year = {2022}}
@book{lovelace1844, title = {Notes}, editor = {Lovelace, Ada}, year = {1844}}
@inbook{babbage1844, title = {Part}, author = {Babbage, C.}, crossref = {lovelace1844}}
@misc{lovelace2020, title = {Other}, author = {Lovelace, Bert}, year = {2020}}
@misc{anonymous-1, title = {Known}, author = {{Anonymous Group}}, year = {2001}}
`;

test('a work of one of the people is left as no more than a year', () => {
  const { bib: text, keys, works } = withholdWorks(bib, ['Ada Lovelace']);
  assert.deepEqual(
    [...keys],
    [
      ['lovelace1843', 'anonymous-2'],
      ['lovelace1844', 'anonymous-3'],
      ['babbage1844', 'anonymous-4'],
    ],
  );
  assert.deepEqual(
    works.map(({ doi }) => doi),
    ['10.1000/sketch$1', undefined, undefined],
  );
  const entries = parseEntries(text);
  assert.deepEqual(
    entries.map(({ key }) => key),
    [...'234']
      .map((n) => `anonymous-${n}`)
      .toSpliced(1, 0, 'garg2022')
      .concat('lovelace2020', 'anonymous-1'),
  );
  assert.deepEqual(Object.fromEntries(entries[0]?.fields ?? []), {
    title: 'Withheld for Blind Review',
    author: 'Anonymous',
    year: '1843',
  });
});

test('a family name of two words is known, however the author sets it apart', () => {
  const own = [
    "@misc{a, title = {T}, author = {Nu\\~nez Vega, Jos\\'e}, year = {2020}}",
    "@misc{b, title = {T}, author = {N{\\'u}{\\~n}ez-Vega, J.}, year = {2021}}",
    "@misc{c, title = {T}, author = {Vega, Jos\\'e N.}, year = {2021}}",
    '@misc{d, title = {T}, author = {Vega, Nu\\~nez}, year = {2022}}',
  ].join('\n');
  const { keys } = withholdWorks(own, ['José Núñez Vega']);
  assert.deepEqual([...keys.keys()], ['a', 'b', 'c']);
  assert.deepEqual([...withholdWorks(own, ['Núñez Vega, José']).keys.keys()], ['a', 'b']);
});

test('works of others stay byte for byte', () => {
  for (const people of [[], ['Grace Hopper'], ['Lovelace']])
    assert.equal(withholdWorks(bib, people).bib, bib, people.join());
});

test('a withheld work is cited by its new key, wherever prose cites it', () => {
  const keys = new Map([
    ['a', 'anonymous-1'],
    ['ab', 'anonymous-2'],
  ]);
  const prose = 'As @a and [@ab, §3; @a; @abc], not \\@a, x@a or @abc. A [@b; @a].';
  assert.equal(
    renameCitations(prose, keys),
    'As @anonymous-1 and [@anonymous-2, §3; @anonymous-1; @abc], not \\@a, x@a or @abc. A [@b; @anonymous-1].',
  );
});
